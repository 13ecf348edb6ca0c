import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { townAnew } from '../support/town/anew.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

async function merge(held: Held, into: Held): Promise<void> {
  succeeded(await here.does('officer', held, 'propose_merge', { number: into.number, reason: 'The same.' }))
  succeeded(await here.does('head', held, 'agree_merge'))
}

const told = async (held: Held, kind: string) =>
  (await here.notices()).filter((it) => it.caseId === held.id && it.kind === kind).map(({ to }) => to)

test('a case that is accepted for ten workers tells the nearest chair, one for nine does not', async () => {
  const [ten, nine] = [await here.file(), await here.file()]
  succeeded(await here.does('officer', ten, 'accept', { workers: 10 }))
  succeeded(await here.does('officer', nine, 'accept', { workers: 9 }))
  expect(await told(ten, 'ten_workers')).toEqual(['chair'])
  expect(await told(nine, 'ten_workers')).toEqual([])
})

test('a case that comes to stand for ten by merging tells the chair, once', async () => {
  const into = await here.file({ workers: 4 })
  await merge(await here.file({ workers: 5 }), into)
  expect(await told(into, 'ten_workers')).toEqual([])
  await merge(await here.file(), into)
  await merge(await here.file(), into)
  succeeded(await here.does('officer', into, 'accept'))
  expect(await told(into, 'ten_workers')).toEqual(['chair'])
})

test('one that waits for a deputy to sign is the chair’s from then on', async () => {
  const into = await here.given('sign_off', { workers: 9 })
  const { dueAt } = await here.caseOf(into)
  expect(await here.mayDo('deputy', into)).toContain('sign')
  await merge(await here.file(), into)
  expect(await here.caseOf(into)).toMatchObject({ holderRole: 'chair', state: 'sign_off', dueAt })
  expect(await told(into, 'your_turn')).toContain('chair')
  expect(await here.mayDo('deputy', into)).not.toContain('sign')
  succeeded(await here.does('chair', into, 'sign'))
})
