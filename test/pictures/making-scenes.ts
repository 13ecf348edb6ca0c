import { eq } from 'drizzle-orm'
import type { Db } from '../../src/db/client.ts'
import { randomId } from '../../src/db/id.ts'
import { forms, workingCopies } from '../../src/db/tables/forms.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { query, urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { householdSheets, workbookOf } from '../support/workbooks.ts'
import type { Scene } from './scenes.ts'
import { along, choose, fillIn, goTo, inTurn, press, type Step, shows } from './ways.ts'

const administrator = 'ding.yiming'
/** A form that somebody is making, with all that it says; and one of which there is nothing but the name. */
const [whole, bare, counted, full] = ['made', 'begun', 'counted', 'seated']

const pair = (zh: string, en: string) => ({ zh, en })
/** What a household has for each of its people, and whether that is little. */
const household = {
  ...proven,
  title: pair('困难家庭', 'Households in hardship'),
  pages: [
    {
      id: 'means',
      title: pair('收支', 'Income and spending'),
      fields: [
        { type: 'money', name: 'income', label: pair('全家一年的收入', 'Income of a year') },
        {
          type: 'money',
          name: 'spending',
          label: pair('全家一年的刚性支出', 'Spending of a year that cannot be put off'),
          checks: [
            {
              id: 'not_more',
              holds: { le: [{ ref: 'spending' }, { ref: 'income' }] },
              text: pair('支出比收入多，请再看一下。', 'You spend more than you have; please look again.'),
            },
          ],
        },
        { type: 'number', name: 'people', label: pair('几口人', 'How many people') },
      ],
    },
  ],
  conditions: { is_little: { name: pair('很少', 'Little'), when: { lt: [{ ref: 'each' }, 200_000] } } },
  values: {
    left: {
      name: pair('剩下的', 'What is left'),
      kind: 'money',
      of: { sub: [{ ref: 'income' }, { ref: 'spending' }] },
    },
    each: { name: pair('每人', 'Each'), kind: 'money', of: { div: [{ ref: 'left' }, { ref: 'people' }] } },
  },
}

/** A form of the register, with a number of places for one of its options. */
const seated = {
  ...proven,
  title: pair('周末课程', 'A course at the weekend'),
  process: 'register',
  pages: [
    {
      id: 'when',
      title: pair('什么时候来', 'When you come'),
      fields: [
        {
          type: 'choice',
          name: 'day',
          label: pair('哪一天来？', 'On which day?'),
          options: [
            { value: 'saturday', label: pair('周六', 'Saturday'), quota: 20 },
            { value: 'sunday', label: pair('周日', 'Sunday'), quota: 15 },
          ],
        },
      ],
    },
    { id: 'early', title: pair('早到', 'Coming early'), show: 'on_saturday', fields: [] },
  ],
  conditions: {
    on_saturday: {
      name: pair('周六来', 'On Saturday'),
      when: { eq: [{ ref: 'day' }, 'saturday'] },
    },
  },
}

export async function beginForms(db: Db, now: Date): Promise<void> {
  const said = { changedAt: now, changedBy: administrator }
  await rewordPublished(db, said)
  const empty = { ...proven, readers: { zh: '', en: '' }, pages: [{ ...proven.pages[0], fields: [] }] }
  await db.insert(workingCopies).values([
    { id: whole, slug: 'owed-wages', definition: { ...proven }, ...said },
    { id: counted, slug: 'household', definition: household, ...said },
    { id: full, slug: 'weekend', definition: seated, ...said },
    { id: bare, slug: 'canteen', definition: { ...empty, title: { zh: '食堂意见', en: '' } }, ...said },
  ])
}

/** Somebody has other words in mind for a form that is filled in. */
async function rewordPublished(db: Db, said: { changedAt: Date; changedBy: string }): Promise<void> {
  const form = await db
    .select({ id: forms.id, slug: forms.slug })
    .from(forms)
    .where(eq(forms.slug, 'safety'))
    .get()
  const { safety } = standardForms
  if (!form || !safety) return
  const [first, ...others] = safety.pages
  const pages = [{ ...first, title: pair('哪里有危险', 'Where the danger is') }, ...others]
  const intro = pair('看到危险，就告诉我们。', 'Tell us where you see danger.')
  const definition = { ...safety, title: pair('报告危险', 'Report a danger'), intro, pages }
  await db.insert(workingCopies).values({ ...form, definition, ...said })
}

const page = (name: string, open: string | Step): Scene => ({
  name: `making-${name}`,
  as: administrator,
  open,
})
const sent = (address: string, button = 'main form .button'): Step => inTurn(goTo(address), press(button))

/** Each page on which a form is made. */
export const makingScenes: Scene[] = [
  page('begin', inTurn(goTo(urls.officeForms), fillIn({ from: 'template:unpaid-wages' }))),
  page('home', urls.officeForm(whole)),
  page('home-begun', urls.officeForm(bare)),
  page('about', urls.officeFormAbout(whole)),
  page('pages', urls.officeFormPages(whole)),
  page('page', urls.officeFormPage(whole, 'what')),
  page('page-empty', urls.officeFormPage(bare, 'what')),
  page('page-repeat', urls.officeFormPage(whole, 'months')),
  page('question-choice', urls.officeFormQuestion(whole, 'owed')),
  page('question-text', urls.officeFormQuestion(whole, 'story')),
  page('question-photo', urls.officeFormQuestion(whole, 'proof')),
  page(
    'question-wrong',
    inTurn(goTo(urls.officeFormQuestion(whole, 'what_proof')), emptied, press('button[value="save"]')),
  ),
  page('logic', urls.officeFormLogic(whole)),
  page('condition', urls.officeFormCondition(whole, 'is_wages')),
  page('logic-values', urls.officeFormLogic(counted)),
  page('value', urls.officeFormValue(counted, 'each')),
  page('question-checks', urls.officeFormQuestion(counted, 'spending')),
  page('check', urls.officeFormCheck(counted, 'spending', 'not_more')),
  page('replacement', `${urls.officeFormReplacement(counted)}${query({ what: 'value', id: 'each' })}`),
  page('replacement-places', `${urls.officeFormReplacement(full)}${query({ what: 'question', id: 'day' })}`),
  page('translation', urls.officeFormTranslation(whole)),
  page('translation-table', urls.officeFormTranslationTable(whole)),
  page('translation-table-wrong', sent(urls.officeFormTranslationTable(whole))),
  page(
    'translation-incoming',
    inTurn(goTo(urls.officeFormTranslationTable(whole)), translated, press('main form .button')),
  ),
  page('text', urls.officeFormText(whole)),
  page('preview', urls.officeFormPreview(whole)),
  page('preview-tried', inTurn(sent(urls.officeFormPreview(whole)), shows('.summary'))),
  page('out', urls.officeFormOut(whole)),
  page('in', urls.officeFormFile),
  page('in-wrong', sent(urls.officeFormFile)),
  page('in-brought', inTurn(goTo(urls.officeFormFile), brought, press('main form .button'))),
  page('publish', urls.officeFormPublish(whole)),
  page(
    'publish-differs',
    along(
      urls.officeForms,
      `main .list li:has-text("${urls.form('safety')} ") a`,
      'main .list a[href$="/publish"]',
    ),
  ),
  page('publish-faults', urls.officeFormPublish(bare)),
  page('version', along(urls.officeForms, 'main .list li:last-child a', 'main .list a')),
]

async function emptied(it: Parameters<Step>[0]): Promise<void> {
  await it.locator('[name="label-zh"]').fill('')
}

/** An XLSForm with what is not said here, under an address that no other has. */
async function brought(it: Parameters<Step>[0]): Promise<void> {
  await choose('[name="file"]', 'home.xlsx', await workbookOf(householdSheets))(it)
  await it.locator('[name="slug"]').fill(`home-${randomId(6)}`)
}

/** A table from a translator: one text anew, one made of other Chinese, one of which nobody knows. */
async function translated(it: Parameters<Step>[0]): Promise<void> {
  const rows = [
    ['id', 'zh', 'en'],
    ['form.title', proven.title.zh, 'Unpaid wages'],
    ['form.intro', '从前的话。', 'What it said before.'],
    ['question.gone.label', '几个人？', 'How many people?'],
  ]
  await it.locator('[name="table"]').fill(rows.map((row) => row.join('\t')).join('\n'))
}
