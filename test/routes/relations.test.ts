import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { nounOf, staffActions } from '../../src/desk/case/acts.ts'
import { patterns, urls } from '../../src/urls.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, at, clock, fileIn, phoneOf } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'

/** How people stand to an ordinary case and to a strict one: whether they see it. */
const relations = {
  // By his role, at its place or above.
  officer: { ordinary: true, strict: false },
  handler: { ordinary: true, strict: false },
  otherHandler: { ordinary: true, strict: false },
  head: { ordinary: true, strict: false },
  countyOfficer: { ordinary: true, strict: false },
  deputy: { ordinary: true, strict: false },
  chair: { ordinary: true, strict: false },
  supervisor: { ordinary: true, strict: false },
  // Named for the category of the strict one, at its place, above it, and elsewhere.
  named: { ordinary: true, strict: true },
  countyNamed: { ordinary: true, strict: true },
  namedElsewhere: { ordinary: false, strict: false },
  namedForOther: { ordinary: true, strict: false },
  // With a role that would do, but standing aside from both.
  recused: { ordinary: false, strict: false },
  // By roles that read no cases, or by none at this place.
  administrator: { ordinary: false, strict: false },
  auditor: { ordinary: false, strict: false },
  stranger: { ordinary: false, strict: false },
} as const
type Person = keyof typeof relations
const people = Object.keys(relations) as Person[]

type Kind = 'ordinary' | 'strict'
const kinds: Kind[] = ['ordinary', 'strict']

let here: Town
let held: Record<Kind, Held>
const phones = new Map<Person, Awaited<ReturnType<typeof at>>>()

beforeAll(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('named', [['duty_officer', 'township']], ['harassment'])
  await here.person('countyNamed', [['department_head', 'federation']], ['harassment'])
  await here.person('namedElsewhere', [['duty_officer', 'elsewhere']], ['harassment'])
  await here.person('namedForOther', [['duty_officer', 'township']], ['mental'])
  const recused = await here.person('recused', [['duty_officer', 'township']], ['harassment'])
  held = {
    ordinary: await here.file(),
    strict: await here.file({ category: 'harassment' }),
  }
  for (const kind of kinds) succeeded(await here.does(recused, held[kind], 'recuse', { reason: 'Kin.' }))
  phones.clear()
  for (const person of people) phones.set(person, await at(person))
})

/** The answers to an address of the case, and to the same of a case that there is not. */
async function ask(person: Person, kind: Kind, act?: string, pageOf = urls.deskCase) {
  const phone = phones.get(person)
  if (!phone) throw new Error(`${person} is not here`)
  const addressOf = (id: string) => (act ? urls.deskAct(id, act) : pageOf(id))
  const request = (address: string) => (act ? phone.post(address) : phone.get(address))
  const answer = await request(addressOf(held[kind].id))
  const unknown = await request(addressOf('00000000-0000-7000-8000-000000000000'))
  return {
    status: answer.status,
    isLikeUnknown: answer.status === unknown.status && (await answer.text()) === (await unknown.text()),
  }
}

test.each(kinds)('who sees the %s case gets its page, and to others it is not there', async (kind) => {
  const answers: Record<string, unknown> = {}
  for (const person of people) answers[person] = await ask(person, kind)
  expect(answers).toEqual(
    Object.fromEntries(
      people.map((person) => [
        person,
        relations[person][kind]
          ? { status: 200, isLikeUnknown: false }
          : { status: 404, isLikeUnknown: true },
      ]),
    ),
  )
})

test.each(kinds)('nor is there a sheet of a referral of the %s case', async (kind) => {
  for (const person of people) {
    const sees = relations[person][kind]
    const expected = { status: sees ? 303 : 404, isLikeUnknown: !sees }
    expect(await ask(person, kind, undefined, urls.deskReferral), person).toEqual(expected)
  }
})

test.each(kinds)('and a photo of the %s case is for who sees it', async (kind) => {
  const phone = await phoneOf(held[kind])
  await phone.send(new File([jpeg.make({ word: '', places: [], orientation: 1 })], 'a.jpg'))
  const id = fileIn(await phone.page())
  for (const person of people) {
    const sees = relations[person][kind]
    const expected = { status: sees ? 200 : 404, isLikeUnknown: !sees }
    expect(await ask(person, kind, undefined, (caseId) => urls.deskFile(caseId, id)), person).toEqual(
      expected,
    )
  }
})

test.each(staffActions.map((action) => [nounOf(action)]))(
  'whoever does not see a case finds no %s there, and changes nothing',
  async (act) => {
    const before = await here.everything()
    const answers: string[] = []
    for (const kind of kinds)
      for (const person of people) {
        const { status, isLikeUnknown } = await ask(person, kind, act)
        const isRight = relations[person][kind] ? status === 400 : status === 404 && isLikeUnknown
        if (!isRight) answers.push(`${person} at the ${kind} case: ${status}`)
      }
    expect(answers).toEqual([])
    expect(await here.everything()).toBe(before)
  },
)

test('these are all addresses of a case at the desk', () => {
  const ofCases = app.routes.filter(({ path }) => path.startsWith(`${patterns.deskCases}/`))
  expect([...new Set(ofCases.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual([
    `GET ${patterns.deskCase}`,
    `GET ${patterns.deskFile}`,
    `GET ${patterns.deskReferral}`,
    `POST ${patterns.deskAct}`,
    `POST ${patterns.deskReferralIdentity}`,
  ])
})
