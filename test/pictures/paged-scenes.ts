import type { Page } from 'playwright-core'
import type { Db } from '../../src/db/client.ts'
import { changeDraft, endOfDraft } from '../../src/forms/form-drafts.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { png } from '../support/files/png.ts'
import { unpaid, withDue } from '../support/paged-form.ts'
import type { Scene } from './scenes.ts'
import {
  choose,
  type Fields,
  fillIn,
  goTo,
  inTurn,
  press,
  pressedInVain,
  type Step,
  sentBack,
  shows,
} from './ways.ts'

const form = urls.form('unpaid')
/** Of this one there is a second version, which asks something more of whoever began the first. */
const changing = urls.form('unpaid-since')
/** The code of what was begun there. */
const resume = '23456789CFGH'

export async function publishPaged(db: Db, secret: string, now: Date): Promise<void> {
  await publish(db, { slug: 'unpaid', definition: unpaid, now })
  await publish(db, { slug: 'proven', definition: proven, now })
  const first = await publish(db, { slug: 'unpaid-since', definition: unpaid, now })
  if (!first.ok) throw new Error('The form has faults')
  const entries: [string, string][] = [['owed', 'deposit']]
  const times = { openedAt: now.getTime(), endsAt: endOfDraft(now) }
  const begun = {
    path: changing,
    key: 'begun',
    versionId: first.versionId,
    ...times,
    entries,
    seen: ['what'],
  }
  await changeDraft(db, { secret, code: resume }, now, { opened: null, change: () => begun })
  await publish(db, { slug: 'unpaid-since', definition: withDue(true), now: new Date(now.getTime() + 1000) })
}

export const to = (step: string) => `main button[name="step"][value="${step}"]`
export const said = (fields: Fields): Step => inTurn(fillIn(fields), press(to('next')))
const month = (number: number, amount: string): Fields => ({
  [`months-${number}-month-year`]: '2026',
  [`months-${number}-month-month`]: '9',
  [`months-${number}-amount`]: amount,
})

const begun = inTurn(goTo(form), said({ owed: 'wages', danger: 'no' }), shows('.entry'))
const several = inTurn(
  begun,
  fillIn(month(1, '3200')),
  press(to('add')),
  fillIn(month(2, '3200')),
  press(to('add')),
)
const told = inTurn(begun, said(month(1, '3200')))
const unsent = inTurn(begun, fillIn(month(1, '3200')), pressedInVain(to('next')))
const toSending = inTurn(told, said({ story: '九月的工资到现在还没有发。' }))
export const noted: Step = (page) => page.locator('main details:has(.code) > summary').click()

export const [photo, another] = [jpeg, png].map(({ make }) =>
  make({ word: 'ABCDEFGHABCDEFGH', places: [], orientation: 1 }),
)
export const attached = (file?: Uint8Array): Step =>
  inTurn(choose('[name="proof"]', 'a.jpg', file ?? new Uint8Array()), press(to('attach')))
export const proofOf = (slug: string): Step =>
  inTurn(
    goTo(urls.form(slug)),
    said({ owed: 'deposit', danger: 'no' }),
    said({ story: '押金到现在还没有退。' }),
    shows('[type="file"]'),
  )
const proof = proofOf('proven')

/** Every page of a form that asks a page at a time, and every state of one. */
export const pagedScenes: Scene[] = [
  { name: 'paged-first', open: inTurn(goTo(form), shows(to('next'))) },
  { name: 'paged-first-wrong', open: inTurn(goTo(form), sentBack(to('next'), { danger: 'no' })) },
  { name: 'paged-one', open: begun },
  { name: 'paged-one-wrong', open: inTurn(begun, sentBack(to('next'), { 'months-1-amount': '很多' })) },
  { name: 'paged-three', open: inTurn(several, fillIn(month(3, '1600'))) },
  { name: 'paged-three-wrong', open: inTurn(several, sentBack(to('next'), { 'months-3-amount': '很多' })) },
  { name: 'paged-unsent', open: unsent },
  {
    name: 'home-unsent',
    open: inTurn(unsent, goTo(urls.home), (page) => page.locator('[data-unsent]').waitFor()),
  },
  { name: 'paged-exit', open: inTurn(goTo(form), said({ owed: 'loan', danger: 'no' })) },
  { name: 'paged-words', open: told },
  { name: 'paged-words-wrong', open: inTurn(told, sentBack(to('next'))) },
  { name: 'paged-photos', open: proof },
  { name: 'paged-photos-wrong', open: inTurn(proof, sentBack(to('next'))) },
  { name: 'paged-photos-one', open: inTurn(proof, attached(photo)) },
  { name: 'paged-photos-full', open: inTurn(proof, attached(photo), attached(another)) },
  {
    name: 'paged-photos-refused',
    open: inTurn(proof, attached(new Uint8Array([1, 2, 3])), shows('.summary')),
  },
  {
    name: 'paged-photos-check',
    open: inTurn(
      proof,
      attached(photo),
      said({}),
      said({}),
      said({ named: 'no', agreed: 'yes' }),
      shows('.checked'),
    ),
  },
  { name: 'paged-sending', open: toSending },
  { name: 'paged-sending-wrong', open: inTurn(toSending, sentBack(to('next'), { named: 'yes' })) },
  { name: 'paged-check', open: inTurn(toSending, said({ named: 'no', agreed: 'yes' }), shows('.checked')) },
  { name: 'paged-kept', open: inTurn(told, press(to('keep')), shows('.code')) },
  { name: 'paged-note', open: inTurn(told, noted) },
  { name: 'paged-begun-here', open: inTurn(told, goTo(form), shows(to('anew'))) },
  { name: 'paged-forgotten', open: inTurn(told, noted, press(to('forget')), shows('a.button')) },
  {
    name: 'paged-changed',
    open: inTurn(goTo(urls.resume), fillIn({ resume }), press('main form .button'), shows('.summary')),
  },
  { name: 'resume', open: urls.resume },
  { name: 'resume-empty', open: resumedWith({}) },
  { name: 'resume-wrong', open: resumedWith({ resume: '9876 5432 CFGH' }) },
  { name: 'resume-too-often', strict: true, open: resumedTooOften },
]

function resumedWith(fields: Fields): Step {
  return inTurn(goTo(urls.resume), sentBack('main form .button', fields))
}

/** Wrong codes, until there are too many: then nothing is said of the last one. */
async function resumedTooOften(page: Page): Promise<void> {
  const wrong = resumedWith({ resume: '9876 5432 CFGH' })
  do await wrong(page)
  while (await page.locator('.field.wrong').count())
}
