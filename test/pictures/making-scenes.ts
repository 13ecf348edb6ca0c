import type { Db } from '../../src/db/client.ts'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import type { Scene } from './scenes.ts'
import { along, goTo, inTurn, press, type Step, shows } from './ways.ts'

const administrator = 'ding.yiming'
/** A form that somebody is making, with all that it says; and one of which there is nothing but the name. */
const [whole, bare] = ['made', 'begun']

export async function beginForms(db: Db, now: Date): Promise<void> {
  const said = { changedAt: now, changedBy: administrator }
  const empty = { ...proven, readers: { zh: '', en: '' }, pages: [{ ...proven.pages[0], fields: [] }] }
  await db.insert(workingCopies).values([
    { id: whole, slug: 'owed-wages', definition: { ...proven }, ...said },
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
  page('translation', urls.officeFormTranslation(whole)),
  page('translation-table', urls.officeFormTranslationTable(whole)),
  page('translation-table-wrong', sent(urls.officeFormTranslationTable(whole))),
  page('text', urls.officeFormText(whole)),
  page('preview', urls.officeFormPreview(whole)),
  page('preview-tried', inTurn(sent(urls.officeFormPreview(whole)), shows('.summary'))),
  page('publish', urls.officeFormPublish(whole)),
  page('publish-faults', urls.officeFormPublish(bare)),
  page('version', along(urls.officeForms, 'main .list li:last-child a', 'main .list a')),
]

async function emptied(it: Parameters<Step>[0]): Promise<void> {
  await it.locator('[name="label-zh"]').fill('')
}
