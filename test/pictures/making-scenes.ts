import type { Db } from '../../src/db/client.ts'
import { randomId } from '../../src/db/id.ts'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { query, urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { householdSheets, workbookOf } from '../support/workbooks.ts'
import type { Scene } from './scenes.ts'
import { along, choose, fillIn, goTo, inTurn, press, type Step, shows } from './ways.ts'

const administrator = 'ding.yiming'
/** A form that somebody is making, with all that it says; and one of which there is nothing but the name. */
const [whole, bare, counted] = ['made', 'begun', 'counted']

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

export async function beginForms(db: Db, now: Date): Promise<void> {
  const said = { changedAt: now, changedBy: administrator }
  const empty = { ...proven, readers: { zh: '', en: '' }, pages: [{ ...proven.pages[0], fields: [] }] }
  await db.insert(workingCopies).values([
    { id: whole, slug: 'owed-wages', definition: { ...proven }, ...said },
    { id: counted, slug: 'household', definition: household, ...said },
    { id: bare, slug: 'canteen', definition: { ...empty, title: { zh: '食堂意见', en: '' } }, ...said },
  ])
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
    inTurn(goTo(urls.officeFormQuestion(whole, 'what_proof')), emptied, press('[value="save"]')),
  ),
  page('logic', urls.officeFormLogic(whole)),
  page('condition', urls.officeFormCondition(whole, 'is_wages')),
  page('logic-values', urls.officeFormLogic(counted)),
  page('value', urls.officeFormValue(counted, 'each')),
  page('question-checks', urls.officeFormQuestion(counted, 'spending')),
  page('check', urls.officeFormCheck(counted, 'spending', 'not_more')),
  page('replacement', `${urls.officeFormReplacement(counted)}${query({ what: 'value', id: 'each' })}`),
  page('translation', urls.officeFormTranslation(whole)),
  page('translation-table', urls.officeFormTranslationTable(whole)),
  page('translation-table-wrong', sent(urls.officeFormTranslationTable(whole))),
  page('text', urls.officeFormText(whole)),
  page('preview', urls.officeFormPreview(whole)),
  page('preview-tried', inTurn(sent(urls.officeFormPreview(whole)), shows('.summary'))),
  page('out', urls.officeFormOut(whole)),
  page('in', urls.officeFormFile),
  page('in-wrong', sent(urls.officeFormFile)),
  page('in-brought', inTurn(goTo(urls.officeFormFile), brought, press('main form .button'))),
  page('publish', urls.officeFormPublish(whole)),
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
