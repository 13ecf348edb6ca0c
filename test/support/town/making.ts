import { urls } from '../../../src/urls.ts'
import type { at } from './pages.ts'

type Office = Awaited<ReturnType<typeof at>>

/** The id of a form in an address that leads to it. */
export const idIn = (address: string | null) => /\/office\/forms\/([^/?]+)/.exec(address ?? '')?.[1] ?? ''
const turnIn = (page: string) => /name="turn" value="(\d+)"/.exec(page)?.[1] ?? ''

/** Somebody who changes a form on the pages of the office. */
export function makerOf(office: Office, id: string) {
  return {
    begin: () => office.post(urls.officeFormWork(id), { act: 'begin' }),
    page: async (address: string) => (await office.get(address)).text(),
    /** Sends a page with the turn that it shows, or with an older one. */
    async send(address: string, fields: Record<string, string | string[]>, turn?: string) {
      const now = turn ?? turnIn(await (await office.get(address)).text())
      return office.post(address, { turn: now, ...fields })
    },
    turn: async (address: string) => turnIn(await (await office.get(address)).text()),
    async publish() {
      return this.send(urls.officeFormPublish(id), {})
    },
    /** Puts a whole definition in its place, and publishes it. */
    async publishText(definition: object) {
      await this.begin()
      const saved = await this.send(urls.officeFormText(id), { json: JSON.stringify(definition) })
      return saved.status === 303 ? this.publish() : saved
    },
  }
}

/** A form that was not there, from a definition that is pasted. */
export async function pastedForm(office: Office, slug: string, definition: object): Promise<string> {
  const answer = await office.post(urls.officeForms, { slug, json: JSON.stringify(definition) })
  const id = idIn(answer.headers.get('location'))
  await makerOf(office, id).publish()
  return id
}
