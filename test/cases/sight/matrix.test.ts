import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Filter, listCases } from '../../../src/cases/listing-cases.ts'
import { reachOf } from '../../../src/cases/sight.ts'
import { myWork } from '../../../src/cases/worklist.ts'
import { countFor } from '../../../src/mails/digest/count.ts'
import { readerships } from '../../../src/mails/digest/recipients.ts'
import { digestWeek } from '../../../src/mails/digest/week.ts'
import type { Staff } from '../../../src/orgs/staff.ts'
import { urls } from '../../../src/urls.ts'
import { at, clock } from '../../support/town/pages.ts'
import { type Town, town } from '../../support/town/town.ts'
import { type Remembered, shouldBeTold, shouldSee } from './model.ts'
import { deepen, fill, handOut, hire, live, moveOn, populate } from './population.ts'

let here: Town
let people: Staff[]
let cases: Remembered[]
beforeAll(async () => {
  here = await town(env.DB)
  const paths = await deepen(here)
  people = await populate(here, paths)
  cases = await fill(here, paths)
  await live(here, people, cases)
  const handlers = await hire(here, paths)
  await handOut(here, people, handlers, cases)
  people.push(...(await moveOn(here, handlers, paths)))
}, 60_000)

const numbers = (all: { number: number }[]) => all.map(({ number }) => number).sort((a, b) => a - b)
const seenBy = (person: Staff) => cases.filter((it) => shouldSee(person, it))

/** Each case as it stands, whoever may see it, beside what the test remembers. */
const asTheyStand = () => Promise.all(cases.map(async (it) => [it, await here.caseOf(it)] as const))

/** What each of all people sees, as the test expects it and as the product has it; only where they differ. */
async function differences(product: (person: Staff) => Promise<{ number: number }[]>, model = seenBy) {
  const wrong: unknown[] = []
  for (const person of people) {
    const [expected, got] = [numbers(model(person)), numbers(await product(person))]
    if (JSON.stringify(expected) !== JSON.stringify(got)) wrong.push({ person, expected, got })
  }
  return wrong
}

async function listed(person: Staff, filter: Omit<Filter, 'after'>) {
  const all: { number: number }[] = []
  for (let after: string | undefined; ; ) {
    const page = await listCases(here.db, person, { ...filter, after }, 50)
    all.push(...page.cases)
    if (!page.next) return all
    after = page.next
  }
}

test('the matrix has what it needs', () => {
  expect(people.length).toBeGreaterThanOrEqual(30)
  expect(cases.length).toBeGreaterThanOrEqual(80)
  expect(new Set(cases.map(({ chain }) => chain.length))).toEqual(new Set([1, 2, 3, 4, 5]))
  expect(cases.filter(({ asides }) => asides.size > 0).length).toBeGreaterThan(10)
  expect(cases.filter(({ strictFor }) => strictFor !== null).length).toBeGreaterThan(10)
  const seen = people.map((person) => seenBy(person).length)
  expect(Math.min(...seen)).toBe(0)
  expect(Math.max(...seen)).toBeGreaterThan(40)
})

test('some handlers still see the case that they have, some read others only by now, some none', async () => {
  const kinds = (await asTheyStand()).flatMap(([it, { holderId }]) => {
    const holder = people.find(({ id }) => id === holderId)
    if (!holder) return []
    if (shouldSee(holder, it)) return ['sees it']
    return [reachOf(holder).paths.length > 0 ? 'reads others' : 'reads none']
  })
  expect(new Set(kinds)).toEqual(new Set(['sees it', 'reads others', 'reads none']))
})

describe('who sees which case is the same everywhere', () => {
  test('by the page of a case', async () => {
    expect(
      await differences(async (person) => {
        const seen = await Promise.all(cases.map((it) => here.sees(person, it)))
        return cases.filter((_, index) => seen[index])
      }),
    ).toEqual([])
  }, 60_000)

  test('in the list of cases', async () => {
    expect(await differences((person) => listed(person, { view: 'open' }))).toEqual([])
  })

  test('in the list of one state, and of one category', async () => {
    const states = await asTheyStand()
    const inTriage = states.filter(([, { state }]) => state === 'triage').map(([it]) => it)
    expect(
      await differences(
        (person) => listed(person, { view: 'triage' }),
        (person) => inTriage.filter((it) => shouldSee(person, it)),
      ),
    ).toEqual([])
    const wages = states.filter(([, { category }]) => category === 'wages').map(([it]) => it)
    expect(
      await differences(
        (person) => listed(person, { view: 'open', category: 'wages' }),
        (person) => wages.filter((it) => shouldSee(person, it)),
      ),
    ).toEqual([])
  })

  test('when asked for by number', async () => {
    expect(
      await differences(async (person) => {
        const found = await Promise.all(cases.map(({ number }) => listed(person, { view: 'open', number })))
        return found.flat()
      }),
    ).toEqual([])
  })

  test('in one’s own work', async () => {
    const rows = new Map((await asTheyStand()).map(([{ id }, row]) => [id, row]))
    const waitsFor = (person: Staff, it: Remembered) => {
      const row = rows.get(it.id)
      if (row?.holderId) return row.holderId === person.id
      return person.grants.some(({ orgId, role }) => orgId === row?.holderOrgId && role === row?.holderRole)
    }
    expect(
      await differences(
        async (person) => (await myWork(here.db, person, { limit: 200 })).cases,
        (person) => seenBy(person).filter((it) => waitsFor(person, it)),
      ),
    ).toEqual([])
  })

  test('in the counts of the digest, and in who shares them', async () => {
    const later = here.at('2026-09-28T09:00:00+08:00')
    const week = digestWeek(later.scene.rules.settings.zone, later.scene.now)
    const waiting = await readerships(here.db, week)
    for (const person of people) {
      const shared = waiting.find(({ recipients }) => recipients.includes(person.id))
      const reads = reachOf(person).paths.length > 0
      expect(shared !== undefined).toBe(reads)
      if (!shared) continue
      const { open, filed } = await countFor(here.db, shared.reach, week, later.scene.now)
      expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(seenBy(person).length)
      expect(filed).toBe(seenBy(person).length)
    }
  })

  test('in who is told at once', async () => {
    // Each in an hour of its own, for of very many at once some are told together.
    for (const [hours, it] of cases.entries())
      await here
        .at(here.scene.now.getTime() + (hours + 2) * 3_600_000)
        .workerDoes(it, 'report_retaliation', { reason: 'They moved me to nights.' })
    const told = (await here.notices()).filter(({ data }) => (data as { why?: string }).why === 'retaliation')
    const wrong = cases.filter((it) => {
      const got = told
        .filter(({ caseId, to }) => caseId === it.id && to.startsWith('person'))
        .map(({ to }) => to)
      const expected = people.filter((person) => shouldBeTold(person, it)).map(({ id }) => id)
      return JSON.stringify(got.sort()) !== JSON.stringify(expected.sort())
    })
    expect(wrong).toEqual([])
  })

  test('for those who hold a case: none of them is kept from seeing it', async () => {
    for (const it of cases) {
      const { holderOrgId, holderRole } = await here.caseOf(it)
      const holders = people.filter(({ grants }) =>
        grants.some(({ orgId, role }) => orgId === holderOrgId && role === holderRole),
      )
      const residents = Object.values(here.people).filter(({ grants }) =>
        grants.some(({ orgId, role }) => orgId === holderOrgId && role === holderRole),
      )
      const all = [...holders, ...residents]
      if (all.length > 0) expect(all.some((person) => shouldSee(person, it))).toBe(true)
    }
  })

  test('and in a browser', async () => {
    clock.now = here.scene.now
    for (const [index, person] of people.entries()) {
      if (index % 4 !== 0) continue
      const browser = await at(person.id)
      for (const it of cases.filter((_, number) => number % 8 === index % 8)) {
        const answer = await browser.get(urls.deskCase(it.id))
        const hidden = [303, 404].includes(answer.status)
        expect([person.id, it.number, hidden]).toEqual([person.id, it.number, !shouldSee(person, it)])
      }
    }
  }, 60_000)
})
