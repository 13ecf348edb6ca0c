import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { quotas } from '../../../src/db/tables/quotas.ts'
import { inAll } from '../../../src/forms/quota-keys.ts'
import { type Held, type Town, town } from '../../support/town/town.ts'
import { atSite, evening, morning, signingUpIn } from './seats.ts'

let here: Town
let there: ReturnType<typeof signingUpIn>
beforeAll(async () => {
  here = await town(env.DB)
  there = signingUpIn(here)
})

const wishes = [[inAll], [inAll, atSite], [inAll, morning], [inAll, evening], [inAll, morning, evening]]

/** A rush of fifty: what each of them wants, and whether he leaves again as soon as he is in. */
const rushes = fc.record({
  most: fc.integer({ min: 1, max: 30 }),
  ofMorning: fc.integer({ min: 1, max: 10 }),
  ofEvening: fc.integer({ min: 1, max: 10 }),
  ofSite: fc.integer({ min: 1, max: 10 }),
  waits: fc.boolean(),
  people: fc.array(fc.record({ wants: fc.constantFrom(...wishes), leaves: fc.boolean() }), {
    minLength: 50,
    maxLength: 50,
  }),
})

test('of fifty at once, with some who leave, nobody is oversold, lost or overtaken', async () => {
  await fc.assert(
    fc.asyncProperty(rushes, async ({ most, ofMorning, ofEvening, ofSite, waits, people }) => {
      await there.clear()
      await there.limit(most, waits)
      await there.limitAtSite(ofSite)
      await there.limitOption(morning, ofMorning)
      await there.limitOption(evening, ofEvening)
      const came = await Promise.all(
        people.map(async ({ wants, leaves }): Promise<'refused' | 'left' | Held> => {
          const held = await there.signUp({ wants })
          if (held && leaves) await here.workerDoes(held, 'cancel')
          return held ? (leaves ? 'left' : held) : 'refused'
        }),
      )
      const stay = came.filter((it) => typeof it === 'object')
      const line = await inOrder()

      // Nobody is lost, and nobody is turned away who may wait.
      expect(line.map(({ caseId }) => caseId).sort()).toEqual(stay.map(({ id }) => id).sort())
      if (waits) expect(came).not.toContain('refused')
      const counts = await here.db.select().from(quotas)
      for (const { of, most: room, taken } of counts) {
        expect(taken).toBeLessThanOrEqual(room)
        expect(taken).toBe(line.filter(({ turn, wants }) => turn === null && wants.includes(of)).length)
      }
      // Nobody waits for what is there.
      const full = counts.filter((it) => it.taken >= it.most).map(({ of }) => of)
      const waiting = line.filter(({ turn }) => turn !== null)
      for (const { wants } of waiting) expect(wants.some((of) => full.includes(of))).toBe(true)

      // As those who have a place leave one after the other, of those who want the same the first has it.
      for (const { caseId } of line.filter(({ turn }) => turn === null).slice(0, 5)) {
        const held = stay.find(({ id }) => id === caseId)
        if (held) await here.workerDoes(held, 'cancel')
      }
      const still = new Set((await inOrder()).filter(({ turn }) => turn !== null).map((it) => it.caseId))
      for (const group of Map.groupBy(waiting, ({ wants }) => wants.join()).values()) {
        const served = group.map(({ caseId }) => !still.has(caseId))
        expect(served).toEqual(served.toSorted((a, b) => Number(b) - Number(a)))
      }
    }),
    { numRuns: 4 },
  )
}, 120_000)

async function inOrder() {
  return (await there.all()).toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
}
