import { env } from 'cloudflare:workers'
import type { Role, State } from '../../src/db/vocabulary.ts'
import type { Limit, LimitName, Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { addressOf } from '../routes/addresses.ts'
import { rules } from '../routes/rules.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, at, clock } from '../support/town/pages.ts'
import type { OrgId } from '../support/town/places.ts'
import { stories } from '../support/town/story.ts'
import { type Held, monday, type Town } from '../support/town/town.ts'

/** Those who try everything: each role at the township or the federation, the worker, and nobody in particular. */
const people = [
  ...['officer', 'handler', 'head', 'deputy', 'chair', 'supervisor', 'administrator', 'auditor', 'stranger'],
  ...['townboss', 'worker', 'nobody'],
] as const
export type Person = (typeof people)[number]

/** A browser, and the pages that are opened in it. */
export interface Corner {
  person: Person
  phone: ReturnType<typeof browser>
  pages: string[]
}

/** Nobody is asked to wait: how often one may try is tested elsewhere. */
const always: Limit = async () => true
const unlimited: Record<LimitName, Limit> = {
  ...{ filing: always, searching: always, receipts: always, signIn: always, arrivals: always },
}

/** Where whoever sends a form has left, and asks as nobody from then on. */
export const exits: readonly string[] = [urls.signInExit, urls.followExit]

/** The town anew with a case in every state, and a corner for everybody with every page there is. */
export async function ground(platform: Partial<Platform> = {}): Promise<{ here: Town; corners: Corner[] }> {
  clock.now = monday
  const here = await townAnew(env.DB)
  await env.DB.prepare("insert into settings values ('minimumFillSeconds', '0', 0)").run()
  await here.person('townboss', [['administrator', 'township']] satisfies [Role, OrgId][])
  const states = Object.keys(stories) as State[]
  const held: Held[] = []
  for (const state of states) held.push(await here.given(state))
  const corners = []
  for (const person of people) corners.push(await cornerOf(person, held, { ...platform, limits: unlimited }))
  return { here, corners }
}

async function cornerOf(person: Person, held: Held[], platform: Partial<Platform>): Promise<Corner> {
  const [first] = held
  if (!first) throw new Error('No case to begin with')
  const phone =
    person === 'worker'
      ? await phoneWith(first, platform)
      : person === 'nobody'
        ? browser(app, platform)
        : await at(person, platform)
  const patterns = Object.keys(rules).flatMap((route) => (route.startsWith('GET ') ? route.slice(4) : []))
  const pages = []
  for (const pattern of patterns) pages.push(await addressOf(pattern, first))
  return { person, phone, pages: [...pages, ...held.map(({ id }) => urls.deskCase(id))] }
}

/** The worker's phone, with the forms sent as they stand on its pages. */
async function phoneWith({ receipt }: Held, platform: Partial<Platform>) {
  const phone = browser(app, platform)
  await phone.post(urls.follow, { receipt })
  return phone
}
