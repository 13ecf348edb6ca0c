import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { consentsOf } from '../../src/cases/consents.ts'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { caseKeys } from '../../src/db/tables/keys.ts'
import { submissions } from '../../src/db/tables/submissions.ts'
import { indexCases } from '../../src/search/indexing.ts'
import { query, urls } from '../../src/urls.ts'
import { wordIndex } from '../search/word-index.ts'
import { dumped } from '../support/dumping.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'

/** Words of every kind that a case can hold, each found nowhere else. */
const words = {
  story: 'No wages since July, says Hua.',
  name: 'Li Nana',
  phone: '13877776666',
  message: 'I have the pay slips of Xiaoshan.',
  answer: 'Please bring them to window seven.',
  question: 'Which months are missing there?',
  information: 'July and August, all of both.',
  note: 'Her foreman is a cousin of his.',
  draft: 'I am still writing about bonuses.',
  reply: 'The company pays by Friday noon.',
  back: 'Say by which hour of Friday.',
  look: 'To ring her before the meeting.',
  correction: 'It was the second of July.',
  agency: 'The labour office of Linxi.',
  contact: 'By its counter number nine.',
  purpose: 'They ask who it is before they begin.',
  told: 'Somebody was not paid for months.',
  mailbox: 'hua.nana@example.org',
}

let here: Town
let held: Held
beforeAll(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  held = await here.file({
    answers: { matter: 'wages', story: words.story },
    identity: { worker_name: words.name, worker_phone: words.phone },
  })
  succeeded(await here.does('officer', held, 'ask_info', { reason: words.question }))
  succeeded(await here.workerDoes(held, 'give_info', { reason: words.information }))
  await here.goOn(held, 'triage', 'investigating')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: words.message, key: '1' }))
  succeeded(await here.does('handler', held, 'write', { body: words.answer, key: '2' }))
  succeeded(await here.does('handler', held, 'note', { reason: words.note }))
  succeeded(await here.does('handler', held, 'look_at_identity', { reason: words.look }))
  succeeded(await here.workerDoes(held, 'correct', { reason: words.correction }))
  const { agency: recipient, contact, purpose, told } = words
  const asked = { recipient, contact, purpose, what: 'name', reason: purpose } as const
  succeeded(await here.does('handler', held, 'ask_consent', asked))
  const [consent] = await consentsOf(here.scene, await here.asWorker(held))
  succeeded(await here.workerDoes(held, 'give_consent', { consentId: consent?.id }))
  const referral = { recipient, consentId: consent?.id, body: told, reason: 'We go with you.' }
  succeeded(await here.does('handler', held, 'refer', referral))
  const way = { kind: 'mail', target: words.mailbox } as const
  succeeded(await askForNews(here.scene, await here.asWorker(held), way))
  succeeded(await here.does('handler', held, 'start_draft'))
  succeeded(await here.does('handler', held, 'submit_draft', { body: words.reply, outcome: 'supported' }))
  succeeded(await here.does('head', held, 'send_back', { reason: words.back }))
  const desk = await at('handler')
  await desk.post(urls.deskDraft(held.id), { 'note-reason': words.draft })
  await indexCases({ ...here.scene, ...wordIndex }, [held.id])
})

test.each(['DB', 'SEARCH'] as const)(
  'no word of a case lies in %s, in whichever table or column',
  async (name) => {
    const all = await dumped(env[name])
    expect(all).toContain(held.id)
    for (const [kind, text] of Object.entries(words)) expect(all, kind).not.toContain(text)
    // Nor the beginning of one, nor what base64 makes of it.
    for (const text of Object.values(words)) expect(all).not.toContain(btoa(text).slice(0, 12))
  },
)

test('and those who may read it read all of it', async () => {
  const page = read(await (await (await at('handler')).get(urls.deskCase(held.id))).text())
  const theirs = [
    'story',
    'message',
    'answer',
    'question',
    'information',
    'note',
    'back',
    'correction',
  ] as const
  for (const kind of theirs) expect(page, kind).toContain(words[kind])
  const his = read(await (await phoneOf(held)).page())
  for (const kind of ['story', 'message', 'answer', 'correction'] as const)
    expect(his, kind).toContain(words[kind])
  expect(his).not.toContain(words.note)
})

test('words put in place of others are refused on a page that says so, and ring once a day', async () => {
  const other = await here.file({ answers: { matter: 'wages', story: 'Somebody else.' } })
  const [kept] = await here.db.select().from(submissions).where(eq(submissions.id, held.id))
  const answers = kept?.answers
  await here.db.update(submissions).set({ answers }).where(eq(submissions.id, other.id))
  const desk = await at('officer')
  for (const who of [desk, await phoneOf(other)]) {
    const page = await who.get(who === desk ? urls.deskCase(other.id) : urls.follow)
    expect(page.status).toBe(422)
    const text = read(await page.text())
    expect(text).toContain('这一件的内容打不开')
    expect(text).not.toContain(words.story)
  }
  expect((await here.notices()).filter(({ kind }) => kind === 'alarm')).toMatchObject([
    { caseId: other.id, data: { why: 'unreadable', cases: [{ number: other.number }] } },
  ])
  // Who does not see the case does not learn that it cannot be opened either.
  expect((await (await at('stranger')).get(urls.deskCase(other.id))).status).toBe(404)
  const list = read(await (await desk.get(urls.deskCases + query({ show: 'open' }))).text())
  expect(list).toContain('职工写的内容打不开')
  expect(list).toContain(words.story)
})

test('a case whose key is gone is not shown as an empty one, and nothing is written on it', async () => {
  const lost = await here.file({ answers: { matter: 'wages', story: 'Mine.' } })
  const turn = `${(await here.caseOf(lost)).turn}`
  await here.db.delete(caseKeys).where(eq(caseKeys.caseId, lost.id))
  const desk = await at('officer')
  expect((await desk.get(urls.deskCase(lost.id))).status).toBe(422)
  const act = await desk.post(urls.deskAct(lost.id, 'note'), { turn, 'note-reason': 'I look.' })
  expect(act.status).toBe(422)
  expect(await here.historyOf(lost)).toHaveLength(2)
})
