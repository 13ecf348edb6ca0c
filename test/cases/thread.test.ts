import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { historyForStaff, historyForWorker } from '../../src/cases/history.ts'
import { performAs, performAsWorker } from '../../src/cases/performing.ts'
import { readByStaff, readByWorker } from '../../src/cases/reading.ts'
import { messages } from '../../src/db/tables/cases.ts'
import { type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const thread = (id: string) => here.db.select().from(messages).where(eq(messages.caseId, id))

test('a double tap gives one message', async () => {
  const held = await here.file()
  const subject = await here.asWorker(held)
  const message = { body: 'When will you call?', key: 'one form' }
  await performAsWorker(here.scene, subject, 'write_to_union', message)
  expect(await performAsWorker(here.scene, subject, 'write_to_union', message)).toEqual({ ok: true })
  expect(await thread(held.id)).toHaveLength(1)
})

test('a text that was changed after a lost answer is a message of its own', async () => {
  const held = await here.file()
  const subject = await here.asWorker(held)
  for (const body of ['When will you call?', 'When will you call? I am at home at six.'])
    expect(await performAsWorker(here.scene, subject, 'write_to_union', { body, key: 'one form' })).toEqual({
      ok: true,
    })
  expect(await thread(held.id)).toHaveLength(2)
})

test('the first message of the union is the first real contact', async () => {
  const { id } = await here.file()
  const { officer } = here.people
  await performAs(here.scene, officer, await here.load('officer', { id }), 'write', {
    body: 'Good morning.',
    key: 'a',
  })
  const first = await here.caseOf({ id })
  expect(first).toMatchObject({ contactedAt: here.scene.now, halfAt: null, turn: 2 })
  const later = here.at('2026-09-22T01:00:00Z')
  await performAs(later.scene, officer, await later.load('officer', { id }), 'write', {
    body: 'And again.',
    key: 'b',
  })
  expect((await here.caseOf({ id })).contactedAt).toEqual(here.scene.now)
})

test('each side’s messages are read when the other side has them before its eyes', async () => {
  const held = await here.file()
  const { officer, supervisor } = here.people
  const seen = await here.load('officer', held)
  await performAs(here.scene, officer, seen, 'write', { body: 'Hello.', key: 'b' })
  await performAsWorker(here.scene, await here.asWorker(held), 'write_to_union', { body: 'Hello?', key: 'a' })

  await readByStaff(here.scene, supervisor, await here.load('supervisor', held))
  expect((await thread(held.id)).filter(({ readAt }) => readAt)).toHaveLength(0)
  await readByStaff(here.scene, officer, await here.load('officer', held))
  await readByWorker(here.scene, await here.asWorker(held))
  expect((await thread(held.id)).filter(({ readAt }) => readAt)).toHaveLength(2)
})

test('a worker writes on a closed case, and no longer on an archived one', async () => {
  const held = await here.file()
  await here.reach(held, 'closed')
  const message = { body: 'One more thing.', key: 'a' }
  expect(await performAsWorker(here.scene, await here.asWorker(held), 'write_to_union', message)).toEqual({
    ok: true,
  })
  const other = await here.file()
  await here.reach(other, 'archived')
  expect(await performAsWorker(here.scene, await here.asWorker(other), 'write_to_union', message)).toEqual({
    ok: false,
    why: 'not_allowed',
  })
})

test('the worker reads what concerns him, with roles; the union reads everything, with names', async () => {
  const held = await here.file()
  const { officer } = here.people
  await performAs(here.scene, officer, await here.load('officer', held), 'note', { reason: 'Only for us.' })
  await here.reach(held, 'replied')
  await performAs(here.scene, officer, await here.load('officer', held), 'write', {
    body: 'Please read.',
    key: 'a',
  })

  const his = await historyForWorker(here.scene, await here.asWorker(held))
  const acts = his.flatMap((entry) => (entry.kind === 'event' ? [entry.action] : [entry.kind]))
  expect(acts).toEqual([
    'file',
    'receive',
    'accept',
    'dispatch',
    'sign_for',
    'start_draft',
    'submit_draft',
    'approve',
    'sign',
    'message',
    'reply',
  ])
  expect(JSON.stringify(his)).not.toContain('Only for us.')
  expect(his.every((entry) => entry.kind === 'reply' || entry.name === null)).toBe(true)

  const ours = await historyForStaff(here.scene, await here.asWorker(held))
  expect(ours).toContainEqual(
    expect.objectContaining({ action: 'note', reason: 'Only for us.', name: '王受理' }),
  )
})
