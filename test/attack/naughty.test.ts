import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { mails } from '../../src/mails/all.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { plainText } from '../../src/typed/line.ts'
import { urls } from '../../src/urls.ts'
import { codes } from '../support/town/places.ts'
import { postOffice } from '../support/town/post.ts'
import type { Town } from '../support/town/town.ts'
import { naughty, patience, times } from './effort.ts'
import { fill, typed } from './filling.ts'
import { type Corner, ground, type Person } from './ground.ts'
import { decoded, type Field, type Form, type Reading, readPage } from './reading.ts'

let here: Town
let corners: Corner[]
/** The parts of which all pages are built that show plain words only. */
const ours = new Set<string>()

beforeAll(async () => {
  ;({ here, corners } = await ground())
  await everyForm(() => '普通的话')
  await everyPage(({ parts }) => {
    for (const part of parts) ours.add(part)
  })
  for (const { html } of await sentMails()) for (const part of (await readPage(html)).parts) ours.add(part)
}, patience)

beforeEach(async () => {
  ;({ here, corners } = await ground())
})

test.for(rounds())(
  'naughty strings in every field are words on every page, in every mail and file (round %i)',
  { timeout: patience },
  async (round) => {
    const accepted = await everyForm((field, at) => wordsFor(field, at + round * 11))
    await everyPage((page, where) => expectOnlyWords(page, where))
    for (const mail of await sentMails()) {
      expect(`${mail.subject}${mail.to}${mail.from.name}`).not.toMatch(/[\r\n]/)
      await expectOnlyWords(await readPage(mail.html), `mail: ${mail.subject}`)
    }
    expect(accepted).toBeGreaterThan(300)
  },
)

test('a story of naughty strings comes back letter by letter', { timeout: patience }, async () => {
  await here.forgetCases()
  const story = naughty.join('\n').slice(0, 1900)
  const page = urls.site(codes.grievance)
  const corner = cornerOf('nobody')
  const [form] = (await opened(corner, page)).forms.filter(takesWords)
  if (!form) throw new Error('No form to fill in')
  expect(await insist(corner, page, form, ({ kind }) => (kind === 'textarea' ? story : '2'))).toBe(true)

  const filed = await here.db.select().from(cases).get()
  const desk = await (await cornerOf('officer').phone.get(urls.deskCase(filed?.id ?? ''))).text()
  expect(decoded(desk)).toContain(plainText(story).normalize('NFC'))
})

function rounds(): number[] {
  return Array.from({ length: times(1, 8) }, (_, round) => round)
}

/** A string for a line, several for an area; the next place takes the next ones. */
function wordsFor({ kind }: Field, at: number): string {
  const many = kind === 'textarea' ? 20 : 1
  return Array.from({ length: many }, (_, next) => naughty[(at * many + next) % naughty.length]).join('\n')
}

/** Fills every form that takes words on every page, in everybody's browser; answers how many were taken. */
async function everyForm(words: (field: Field, at: number) => string): Promise<number> {
  let at = 0
  let taken = 0
  for (const corner of corners)
    for (const page of corner.pages) {
      const { forms } = await opened(corner, page)
      for (const form of forms.filter(takesWords))
        if (await insist(corner, page, form, (field) => words(field, at++))) taken += 1
    }
  return taken
}

/** Sends a form, puts right what came back as wrong, and says once more what is asked once more. */
async function insist(corner: Corner, page: string, form: Form, words: (field: Field) => string) {
  let next: Form | undefined = form
  for (let left = 4; next && left > 0; left -= 1) {
    const answer = await corner.phone.post(form.action || page, fill(next, words))
    expect(answer.status, `POST ${form.action}`).toBeLessThan(500)
    if (answer.status === 303) return true
    const { forms } = await readPage(await answer.text())
    next = forms.find(({ action, fields }) => action === form.action && fields.length > 0)
  }
  return false
}

async function opened({ phone }: Corner, page: string): Promise<Reading> {
  return readPage(await (await phone.get(page)).text())
}

const takesWords = ({ method, fields }: Form) => method === 'post' && fields.some(typed)

async function everyPage(look: (page: Reading, where: string) => unknown) {
  for (const { phone, person, pages } of corners)
    for (const page of [...pages, urls.site(codes.grievance)]) {
      const answer = await phone.get(page)
      expect(answer.status, page).toBeLessThan(500)
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      if (isPage) await look(await readPage(await answer.text()), `${person}: ${page}`)
    }
}

function cornerOf(person: Person): Corner {
  const corner = corners.find((it) => it.person === person)
  if (!corner) throw new Error(`No corner for ${person}`)
  return corner
}

/** Where our pages may lead: to ourselves, to a telephone, to a mailbox; and a picture that stands in the page. */
const known =
  /^(\/(?!\/)|#|\?|$|tel:|mailto:|data:,$|data:image\/png;base64,[\w+/]+=*$|data:image\/svg\+xml,[\w%.-]+$|https:\/\/huying\.example\/)/

function expectOnlyWords({ parts, addresses }: Reading, where: string) {
  expect(
    [...parts].filter((part) => !ours.has(part)),
    where,
  ).toEqual([])
  const strange = addresses.filter((it) => !known.test(it))
  expect(strange, where).toEqual([])
}

async function sentMails() {
  const { office, sent } = postOffice(here)
  await sendDue(office, mails, 200)
  return sent
}
