import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Filing } from '../../src/cases/filing.ts'
import { performAs } from '../../src/cases/performing.ts'
import type { State } from '../../src/db/vocabulary.ts'
import { atUnit, pathOf } from '../support/town/places.ts'
import { days } from '../support/town/times.ts'
import { type Held, succeeded, type Town, town, type Who } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const reason = 'The same wages.'
const proposes = (who: Who, held: Held, into: number) =>
  here.does(who, held, 'propose_merge', { number: into, reason })
const invalid = { ok: false, why: 'invalid' }

/** Merges one case into another by the officer and the head of the township. */
async function merge(held: Held, into: Held): Promise<void> {
  succeeded(await proposes('officer', held, into.number))
  succeeded(await here.does('head', held, 'agree_merge'))
}

/** What begins at the union of the works, or was filed past it, or at the township. */
const pastUnit = { ...atUnit, bypassesUnit: true } as const
const atTownship = { ...atUnit, orgId: 'township', orgPath: pathOf('township') } as const

describe('merging', () => {
  test('takes two people, and makes the other case stand for the workers of both', async () => {
    const [held, into] = [await here.file({ workers: 5 }), await here.file({ workers: 4 })]
    succeeded(await proposes('officer', held, into.number))
    expect(await here.caseOf(held)).toMatchObject({ state: 'triage', holderRole: 'department_head' })
    expect(await here.mayDo('officer', held)).not.toContain('agree_merge')
    expect(await here.mayDo('officer', held)).not.toContain('accept')
    expect(await here.mayDo('head', held)).not.toContain('agree_decline')

    succeeded(await here.does('head', held, 'agree_merge'))
    expect(await here.caseOf(held)).toMatchObject({
      ...{ state: 'closed', closingLabel: 'merged', mergedIntoId: into.id, mergeTargetId: null },
    })
    expect((await here.historyOf(held)).at(-1)).toMatchObject({ reason, reasonShown: true })
    expect((await here.caseOf(into)).workers).toBe(9)
  })

  test('that the second person does not agree to leaves the case in triage', async () => {
    const [held, into] = [await here.file(), await here.file()]
    succeeded(await proposes('officer', held, into.number))
    succeeded(await here.does('head', held, 'refuse_merge', { reason: 'Another shift.' }))
    expect(await here.caseOf(held)).toMatchObject({ mergeTargetId: null, holderRole: 'duty_officer' })
    expect(await here.mayDo('officer', held)).toContain('accept')
  })

  test.each<State>(['declined', 'replied', 'withdrawn', 'closed'])(
    'is not possible into a case that is %s',
    async (state) => {
      const into = await here.given(state)
      expect(await proposes('officer', await here.file(), into.number)).toEqual(invalid)
    },
  )

  test('is not possible into the case itself, one that is not there, or one that he does not see', async () => {
    const [held, unseen] = [await here.file(), await here.file({ category: 'mental' })]
    for (const into of [held.number, unseen.number, 999_999, Number.NaN])
      expect(await proposes('officer', held, into)).toEqual(invalid)
  })

  test.each<[string, Partial<Filing>, Partial<Filing>]>([
    ['that the unit reads', pastUnit, atUnit],
    ['of a lower place', atTownship, atUnit],
    ['of another place', atUnit, { ...atUnit, orgId: 'elsewhere', orgPath: pathOf('elsewhere') }],
    ['that is less secret', {}, atTownship],
    ['that goes through the unit', pastUnit, atTownship],
  ])('is not possible into a case %s', async (_, one, other) => {
    const [held, into] = [await here.file(one), await here.file(other)]
    expect(await proposes('countyOfficer', held, into.number)).toEqual(invalid)
  })

  test('of a strict case is only possible into one for the same named people', async () => {
    const both = await here.person('named', [['duty_officer', 'federation']], ['harassment', 'mental'])
    const held = await here.file({ category: 'harassment' })
    const [other, same] = [
      await here.file({ category: 'mental' }),
      await here.file({ category: 'harassment' }),
    ]
    expect(await proposes(both, held, other.number)).toEqual(invalid)
    expect(await proposes(both, held, same.number)).toEqual({ ok: true })
  })

  test('is not possible where somebody who stands aside from the one would read of it in the other', async () => {
    const [held, into] = [await here.file(), await here.file()]
    succeeded(await here.does('supervisor', held, 'recuse'))
    expect(await proposes('officer', held, into.number)).toEqual(invalid)
    succeeded(await here.does('supervisor', into, 'recuse'))
    expect(await proposes('officer', held, into.number)).toEqual({ ok: true })
  })

  test('is possible into a case that fewer people read', async () => {
    const [held, into] = [await here.file(atUnit), await here.file(pastUnit)]
    expect(await proposes('officer', held, into.number)).toEqual({ ok: true })
  })

  test('is not possible from danger into a case that nobody hurries for', async () => {
    const [held, plain] = [await here.file({ category: 'safety' }), await here.file()]
    expect(await proposes('officer', held, plain.number)).toEqual(invalid)
  })

  test('waits until whoever is in danger was met', async () => {
    const [held, into] = [await here.file({ category: 'safety' }), await here.file({ category: 'safety' })]
    succeeded(await proposes('officer', held, into.number))
    expect(await here.mayDo('head', held)).not.toContain('agree_merge')
    succeeded(await here.does('officer', held, 'phone', { reason: 'She is safe.' }))
    succeeded(await here.does('head', held, 'agree_merge'))
  })

  test('is looked at again when it is agreed to', async () => {
    const [held, answered, unseen] = [await here.file(), await here.given('sign_off'), await here.file()]
    succeeded(await proposes('officer', held, answered.number))
    succeeded(await here.does('deputy', answered, 'sign'))
    expect(await here.does('head', held, 'agree_merge')).toEqual(invalid)

    const other = await here.file()
    succeeded(await proposes('officer', other, unseen.number))
    succeeded(await here.does('head', unseen, 'recuse'))
    expect(await here.does('head', other, 'agree_merge')).toEqual(invalid)
  })

  test('moves what was merged before along with it', async () => {
    const [first, second, third] = [
      await here.file({ workers: 2 }),
      await here.file({ workers: 3 }),
      await here.file({ workers: 4 }),
    ]
    await merge(first, second)
    await merge(second, third)
    expect(await here.caseOf(first)).toMatchObject({ mergedIntoId: third.id, workers: 2 })
    expect(await here.caseOf(second)).toMatchObject({ mergedIntoId: third.id, workers: 3 })
    expect((await here.caseOf(third)).workers).toBe(9)
  })

  test('loses against whoever moved the other case in the same moment', async () => {
    const [held, into] = [await here.file(), await here.given('sign_off')]
    succeeded(await proposes('officer', held, into.number))
    const agrees = performAs(here.scene, here.people.head, await here.load('head', held), 'agree_merge')
    const signs = performAs(here.scene, here.people.deputy, await here.load('deputy', into), 'sign')
    const outcomes = await Promise.all([signs, agrees])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const [one, other] = [await here.caseOf(held), await here.caseOf(into)]
    expect([one.state, other.state]).toEqual(outcomes[0]?.ok ? ['triage', 'replied'] : ['closed', 'sign_off'])
  })
})

describe('the worker of a merged case', () => {
  test('may have it handled by itself within thirty days, by the level above', async () => {
    const [held, into] = [await here.file({ workers: 2 }), await here.file({ workers: 3 })]
    await merge(held, into)
    const late = here.at(days(31))
    expect(await late.workerDoes(held, 'object_merger', { reason: 'Mine are other months.' })).toEqual({
      ok: false,
      why: 'not_allowed',
    })
    const soon = here.at(days(29))
    succeeded(await soon.workerDoes(held, 'object_merger', { reason: 'Mine are other months.' }))
    expect(await here.caseOf(held)).toMatchObject({
      ...{ state: 'triage', closingLabel: null, mergedIntoId: null, orgPath: pathOf('federation') },
    })
    expect((await here.dutiesOf(held)).filter(({ endedAt }) => !endedAt).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['triage', 'decision', 'contact_again']),
    )
    expect((await here.caseOf(into)).workers).toBe(3)
  })

  test('has it back by itself where the other case is declined, or withdrawn for good', async () => {
    const [declined, withdrawn] = [await here.file({ workers: 6 }), await here.file()]
    const [one, two, other] = [
      await here.file({ workers: 2 }),
      await here.file({ workers: 2 }),
      await here.file(),
    ]
    await merge(one, declined)
    await merge(two, declined)
    await merge(other, withdrawn)
    await here.reach(declined, 'declined')
    for (const held of [one, two])
      expect(await here.caseOf(held)).toMatchObject({ state: 'triage', mergedIntoId: null, closedAt: null })
    expect((await here.caseOf(declined)).workers).toBe(6)

    succeeded(await here.workerDoes(withdrawn, 'withdraw'))
    expect((await here.caseOf(other)).state).toBe('closed')
    succeeded(await here.does('head', withdrawn, 'confirm_withdrawal', { reason: 'She said so herself.' }))
    expect(await here.caseOf(other)).toMatchObject({ state: 'triage', holderRole: 'duty_officer' })
  })
})
