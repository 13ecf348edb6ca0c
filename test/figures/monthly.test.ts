import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { ratingActs } from '../../src/cases/grievance/rating.ts'
import type { SatisfiedAnswer, SolvedAnswer } from '../../src/db/vocabulary.ts'
import { countMonths, countsOf } from '../../src/figures/monthly.ts'
import { townAnew } from '../support/town/anew.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'

const zone = 'Asia/Shanghai'
let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB, new Date('2026-01-01T01:00:00Z'))
})

const figures = async (month: string) => countsOf(await countMonths(here.db, zone, [month]), month)

async function contact(at: string, held: Held) {
  succeeded(await here.at(at).does('officer', held, 'write', { body: 'We are on it.' }))
}

interface Answers {
  solved: SolvedAnswer
  satisfied: SatisfiedAnswer
}

async function rate(at: string, held: Held, rating: Answers) {
  const action = ratingActs[rating.solved]
  succeeded(await here.at(at).workerDoes(held, action, rating))
}

const nothing = { filed: {}, contactsDue: 0, contactsInTime: 0, rated: 0, solved: 0, partly: 0, satisfied: 0 }

test('a case counts where it was filed, its contact where it was due, its rating where it was given', async () => {
  const held = await here.at('2026-10-31T10:00:00Z').file()
  await contact('2026-11-01T09:00:00Z', held)
  await here.at('2026-11-05T02:00:00Z').reach(held, 'replied')
  await rate('2026-11-12T00:00:00Z', held, { solved: 'partly', satisfied: 'basically' })
  expect(await figures('2026-10')).toEqual({ ...nothing, filed: { wages: 1 } })
  expect(await figures('2026-11')).toEqual({
    ...nothing,
    contactsDue: 1,
    contactsInTime: 1,
    rated: 1,
    partly: 1,
    satisfied: 1,
  })
})

test('a late contact and a missing one are due and not in time; one due in the next month counts there', async () => {
  const filing = here.at('2026-11-10T00:00:00Z')
  await contact('2026-11-11T00:00:01Z', await filing.file())
  await filing.file()
  await here.at('2026-11-30T01:00:00Z').file()
  expect(await figures('2026-11')).toMatchObject({ filed: { wages: 3 }, contactsDue: 2, contactsInTime: 0 })
  expect(await figures('2026-12')).toMatchObject({ filed: {}, contactsDue: 1 })
})

test('a worker who rated twice is one worker, with his last word', async () => {
  const held = await here.at('2026-11-09T02:00:00Z').given('replied')
  await rate('2026-11-12T00:00:00Z', held, { solved: 'not_solved', satisfied: 'not_satisfied' })
  const again = here.at('2026-11-13T02:00:00Z')
  succeeded(await again.workerDoes(held, 'reopen', { reason: 'Nothing was paid.' }))
  succeeded(await again.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  succeeded(await again.does('otherHandler', held, 'sign_for'))
  succeeded(await again.does('otherHandler', held, 'start_draft'))
  const draft = { body: 'Now they are paid.', outcome: 'supported' } as const
  succeeded(await again.does('otherHandler', held, 'submit_draft', draft))
  succeeded(await again.does('head', held, 'approve'))
  succeeded(await again.does('deputy', held, 'sign'))
  await rate('2026-11-20T00:00:00Z', held, { solved: 'solved', satisfied: 'satisfied' })
  expect(await figures('2026-11')).toMatchObject({ rated: 1, solved: 1, satisfied: 1 })
})

test('a merged case, and one withdrawn before its contact was due, owed none', async () => {
  const filing = here.at('2026-11-10T00:00:00Z')
  const [met, merged, withdrawn] = [await filing.file(), await filing.file(), await filing.file()]
  await contact('2026-11-10T01:00:00Z', met)
  const soon = here.at('2026-11-10T00:30:00Z')
  const same = { number: met.number, reason: 'The same.' }
  succeeded(await soon.does('officer', merged, 'propose_merge', same))
  succeeded(await soon.does('head', merged, 'agree_merge'))
  succeeded(await soon.workerDoes(withdrawn, 'withdraw', {}))
  const later = here.at('2026-11-12T02:00:00Z')
  succeeded(await later.does('head', withdrawn, 'confirm_withdrawal', { reason: 'Her own wish.' }))
  expect(await figures('2026-11')).toMatchObject({ filed: { wages: 3 }, contactsDue: 1, contactsInTime: 1 })
})

test('strictly kept cases are in no published figure', async () => {
  await here.at('2026-11-18T02:00:00Z').file({ category: 'harassment' })
  expect(await figures('2026-11')).toEqual(nothing)
})

test('what needs no case is no case in the figures', async () => {
  await here.at('2026-11-10T00:00:00Z').file({ process: 'register' })
  expect(await figures('2026-11')).toEqual(nothing)
})

test('one in danger that was withdrawn before its contact was due owed none, though he was met after it', async () => {
  const filing = here.at('2026-11-10T00:00:00Z')
  const held = await filing.file({ danger: true })
  succeeded(await here.at('2026-11-10T00:30:00Z').workerDoes(held, 'withdraw', {}))
  succeeded(await here.at('2026-11-10T05:00:00Z').does('officer', held, 'phone', { reason: 'He is safe.' }))
  expect(await figures('2026-11')).toMatchObject({ contactsDue: 0, contactsInTime: 0 })
})
