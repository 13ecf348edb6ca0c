import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deliveries, notices } from '../../src/db/tables/notices.ts'
import { patterns, urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, at, clock, phoneOf } from '../support/town/pages.ts'
import { type Held, monday, type Town } from '../support/town/town.ts'
import { addressOf } from './addresses.ts'
import { type Audience, type Rule, rules } from './rules.ts'

/** Everybody who is asked at each route, with the audiences he belongs to beside `anybody`. */
const everybody = {
  nobody: [],
  worker: ['worker'],
  officer: ['cadre', 'reader'],
  stranger: ['cadre'],
  clerk: ['cadre'],
  auditor: ['cadre', 'office', 'logReader'],
  townboss: ['cadre', 'office', 'administrator', 'administratorOfIt'],
  otherboss: ['cadre', 'office', 'administrator'],
  administrator: [
    ...['cadre', 'office', 'administrator', 'administratorOfIt', 'federationAdministrator', 'logReader'],
  ] as Audience[],
} as const satisfies Record<string, readonly Audience[]>
type Person = keyof typeof everybody
const people = Object.keys(everybody) as Person[]

const belongs = (person: Person, who: Audience) =>
  who === 'anybody' || (everybody[person] as readonly Audience[]).includes(who)

let here: Town
let held: Held

beforeAll(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.person('clerk', [['auditor', 'township']])
  await here.person('townboss', [['administrator', 'township']])
  await here.person('otherboss', [['administrator', 'elsewhere']])
  await stoppedMail()
})

beforeEach(async () => {
  held = await here.file()
})

/** A mail that nobody sends any more. */
async function stoppedMail() {
  const notice = {
    id: 'n',
    event: 'e',
    kind: 'digest',
    staffId: 'head',
    data: {},
    at: monday,
  } as const
  const delivery = { id: 'stopped', noticeId: 'n', channel: 'mail', address: 'head@union.example' } as const
  await here.db.insert(notices).values(notice)
  await here.db
    .insert(deliveries)
    .values({ ...delivery, status: 'failed', attempts: 6, nextAt: monday, createdAt: monday })
}

async function ask(person: Person, route: string, { fields = {} }: Rule) {
  const phone =
    person === 'nobody'
      ? browser(app, { demo: true })
      : person === 'worker'
        ? await phoneOf(held, { demo: true })
        : await at(person)
  const address = await addressOf(route.replace(/^\w+ /, ''), held)
  const answer = route.startsWith('POST') ? await phone.post(address, fields) : await phone.get(address)
  const location = answer.headers.get('location') ?? ''
  return location.startsWith(urls.signIn) && !route.includes(urls.signIn)
    ? 'to sign in'
    : location === urls.follow && answer.status === 303 && !route.includes(urls.followOpening)
      ? 'to the receipt'
      : answer.status
}

/** What each is answered, by the table alone. */
function answerTo(person: Person, { who, answer, without = 303 }: Rule, route: string) {
  if (belongs(person, who)) return answer
  if (who === 'worker') return without === 303 ? 'to the receipt' : without
  if (!belongs(person, 'cadre')) return route.includes(urls.signIn) ? 303 : 'to sign in'
  if (who === 'reader') return 404
  if (who === 'administratorOfIt' && belongs(person, 'administrator')) return outOfReach(route)
  return 403
}

/** Of what he does not administer he learns nothing; where he sends a form for it, that he may not. */
const outOfReach = (route: string) => (route === `POST ${patterns.officeSites}` ? 403 : 404)

test('every route of the app is in the table, and the table has no other', () => {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(routes)].sort()).toEqual(Object.keys(rules).sort())
})

test.each(Object.entries(rules))('%s answers each as the table says', async (route, rule) => {
  const answered: Record<string, unknown> = {}
  for (const person of people) answered[person] = await ask(person, route, rule)
  expect(answered).toEqual(
    Object.fromEntries(people.map((person) => [person, answerTo(person, rule, route)])),
  )
})
