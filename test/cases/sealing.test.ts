import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { allowedActions, lookAtIdentity, performAsWorker } from '../../src/cases/performing.ts'
import { detailsOf, sealedDetailsOf } from '../../src/cases/vault.ts'
import { kept } from '../../src/db/tables/keeping.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { identities } from '../../src/db/tables/submissions.ts'
import { openUnder, rounds, sealUnder } from '../../src/encryption/under-receipt.ts'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf } from '../support/town/pages.ts'
import { versionOf } from '../support/town/places.ts'
import { type Held, hashOf, monday, type Name, succeeded, type Town, town } from '../support/town/town.ts'

const name = { worker_name: 'Li Na', worker_phone: '13800000000' }

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
})

const mayLook = async (who: Name, held: Held) =>
  allowedActions(here.people[who], await here.load(who, held), here.scene).includes('look_at_identity')

const does = async (held: Held, action: 'seal_identity' | 'open_identity', receipt: string) =>
  performAsWorker(here.scene, await here.asWorker(held), action, { receipt })

test('a report’s name opens for nobody at the union until its worker opens it by his receipt', async () => {
  const held = await here.file({ mode: 'report' })
  for (const who of ['officer', 'countyOfficer'] as const) expect(await mayLook(who, held)).toBe(false)
  expect(await does(held, 'open_identity', 'WR72QCPX5C229HCX')).toEqual({ ok: false, why: 'invalid' })
  expect(await does(held, 'open_identity', held.receipt)).toEqual({ ok: true })
  // It never leaves the federation all the same.
  expect(await mayLook('officer', held)).toBe(false)
  expect(await mayLook('countyOfficer', held)).toBe(true)
})

test('a complaint’s name is sealed where its worker wants it, opened, and sealed again', async () => {
  const held = await here.file({ sealed: true })
  expect(await mayLook('officer', held)).toBe(false)
  succeeded(await does(held, 'open_identity', held.receipt))
  const looked = await lookAtIdentity(here.scene, here.people.officer, await here.load('officer', held), {
    reason: 'To call him.',
  })
  expect(looked).toEqual({ ok: true, details: name })
  succeeded(await does(held, 'seal_identity', held.receipt))
  expect(await mayLook('officer', held)).toBe(false)
  expect((await here.historyOf(held)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['open_identity', 'look_at_identity', 'seal_identity']),
  )
})

test('who has database, bucket and all secrets reads no name that is sealed', async () => {
  const held = await here.file({ sealed: true })
  const subject = await here.asWorker(held)
  const [row] = await here.db.select().from(identities).where(eq(identities.caseId, held.id))
  const details = row && (await subject.cipher.decrypt(identities.details, held.id, row.details))
  expect(details).toMatch(/^s1\./)
  for (const word of Object.values(name)) {
    expect(details).not.toContain(word)
    expect(details).not.toContain(btoa(word).slice(0, 8))
  }
  expect(await detailsOf(here.scene, subject)).toBeNull()
  // Nor by what the database keeps of a receipt.
  expect(await sealedDetailsOf(here.scene, subject, subject.case.receiptHash)).toBeNull()
  expect(await sealedDetailsOf(here.scene, subject, held.receipt)).toEqual(name)
})

test('a new receipt takes over what the old one sealed, and a wrong one loses nothing', async () => {
  const held = await here.file({ sealed: true })
  const newReceipt = 'C23FGH45JM67PQ89'
  const renewal = { receiptHash: await hashOf({ receipt: newReceipt }), newReceipt }
  const replace = async (receipt: string) =>
    performAsWorker(here.scene, await here.asWorker(held), 'replace_receipt', { ...renewal, receipt })
  expect(await replace('WR72QCPX5C229HCX')).toEqual({ ok: false, why: 'invalid' })
  succeeded(await replace(held.receipt))
  const subject = await here.load('officer', held)
  expect(await sealedDetailsOf(here.scene, subject, held.receipt)).toBeNull()
  expect(await sealedDetailsOf(here.scene, subject, newReceipt)).toEqual(name)
})

test('details that are corrected while they are sealed stay sealed', async () => {
  const held = await here.file({ sealed: true })
  const details = { worker_phone: '13911112222' }
  const correct = async (receipt?: string) =>
    performAsWorker(here.scene, await here.asWorker(held), 'correct', { reason: 'Phone', details, receipt })
  expect(await correct()).toEqual({ ok: false, why: 'invalid' })
  succeeded(await correct(held.receipt))
  const subject = await here.asWorker(held)
  expect(subject.isSealed).toBe(true)
  expect(await sealedDetailsOf(here.scene, subject, held.receipt)).toEqual(details)
})

test('what is sealed belongs to one case, and to one receipt', async () => {
  const sealed = await sealUnder('C23FGH45JM67PQ89', 'Li Na', 'one')
  expect(await openUnder('C23FGH45JM67PQ89', sealed, 'one')).toBe('Li Na')
  expect(await openUnder('C23FGH45JM67PQ89', sealed, 'other')).toBeNull()
  expect(await openUnder('WR72QCPX5C229HCX', sealed, 'one')).toBeNull()
  for (const cut of ['', 's1.', sealed.slice(0, -4), sealed.replace('s1', 's2')])
    expect(await openUnder('C23FGH45JM67PQ89', cut, 'one')).toBeNull()
})

test('Cloudflare takes as many rounds, which the local runtime does not say', () => {
  expect(rounds).toBeGreaterThanOrEqual(10_000)
  expect(rounds).toBeLessThanOrEqual(100_000)
})

test('a name that somebody marked as sealed, or as open, is refused and not shown as none', async () => {
  for (const [filed, marked] of [
    [true, false],
    [false, true],
  ] as const) {
    const held = await here.file({ sealed: filed })
    await here.db.update(identities).set({ sealed: marked }).where(eq(identities.caseId, held.id))
    const worker = await phoneOf(held)
    const answer = marked
      ? await worker.post(urls.followSeal, { receipt: held.receipt, step: 'show' })
      : await worker.get(urls.followContact)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('这一件的内容打不开')
  }
})

test('a form whose worker has to be known to be helped offers no seal, before or after', async () => {
  const held = await here.file({ formVersionId: versionOf('hardship'), process: 'register' })
  expect(await does(held, 'seal_identity', held.receipt)).toEqual({ ok: false, why: 'not_allowed' })
})

test('neither a receipt nor what it opens is kept with the answers of a browser', async () => {
  const held = await here.file({ sealed: true })
  const worker = await phoneOf(held)
  const shown = await worker.post(urls.followSeal, { receipt: held.receipt, step: 'show' })
  expect(shown.status).toBe(200)
  const page = await shown.text()
  expect(page).toContain('13800000000')
  expect(page.match(new RegExp(held.receipt, 'g'))).toHaveLength(1)
  const wrong = await worker.post(urls.followContact, { receipt: held.receipt, worker_phone: 'none' })
  expect(wrong.status).toBe(422)
  expect(await here.db.$count(kept)).toBe(0)
})

test('whoever had himself told by the old receipt is told no more by the new one', async () => {
  const held = await here.file()
  succeeded(
    await askForNews(here.scene, await here.asWorker(held), { kind: 'mail', target: 'x@example.org' }),
  )
  succeeded(
    await here.workerDoes(held, 'replace_receipt', {
      receiptHash: await hashOf({ receipt: 'F23FGH45JM67PQ89' }),
    }),
  )
  expect(await here.db.$count(newsWays, eq(newsWays.caseId, held.id))).toBe(0)
})
