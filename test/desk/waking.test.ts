import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Category } from '../../src/db/vocabulary.ts'
import { urls } from '../../src/urls.ts'
import { at } from '../support/town/pages.ts'
import { type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

/** Accepts a case about wages as one of another category; answers whom it woke. */
async function acceptAs(category: Category) {
  const held = await here.file()
  const wakes: unknown[] = []
  const phone = await at('officer', { wake: async (message) => void wakes.push(message) })
  const { turn } = await here.caseOf(held)
  const form = { turn: String(turn), 'acceptance-category': category, 'acceptance-workers': '1' }
  expect((await phone.post(urls.deskAct(held.id, 'acceptance'), form)).status).toBe(303)
  return wakes
}

test('accepting a case that turns out dangerous wakes the sender of mails', async () => {
  expect(await acceptAs('safety')).toEqual([{ kind: 'deliveries' }])
})

test('accepting any other case wakes nobody', async () => {
  expect(await acceptAs('hours')).toEqual([])
})
