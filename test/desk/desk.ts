import { env } from 'cloudflare:workers'
import { urls } from '../../src/urls.ts'
import { at, clock } from '../support/town/pages.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

/** The town of the file that runs; test files share this module, one after the other. */
export let here: Town
const phones = new Map<string, ReturnType<typeof at>>()

/** Founds the town, with nobody at his desk yet. */
export async function open(): Promise<void> {
  clock.now = monday
  phones.clear()
  here = await town(env.DB)
}

/** A page of the desk as a person sees it. */
export async function see(person: string, address: string) {
  return heard(await (await phoneOf(person)).get(address))
}

/** Sends the form of an act, for the turn that the case has now unless told otherwise. */
export async function press(
  person: string,
  held: Pick<Held, 'id'>,
  noun: string,
  fields: Record<string, string> = {},
) {
  const { turn = String((await here.caseOf(held)).turn), key, ...asked } = fields
  const named = Object.entries(asked).map(([name, value]) => [`${noun}-${name}`, value])
  const form = { turn, ...(key && { key }), ...Object.fromEntries(named) }
  return heard(await (await phoneOf(person)).post(urls.deskAct(held.id, noun), form))
}

function phoneOf(person: string) {
  const phone = phones.get(person) ?? at(person)
  phones.set(person, phone)
  return phone
}

async function heard(answer: Response) {
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}
