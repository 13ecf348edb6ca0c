import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { formVersions } from '../../../src/db/tables/forms.ts'
import { readDraft } from '../../../src/forms/drafted-definitions.ts'
import { forgetDefinitions } from '../../../src/forms/kept-definitions.ts'
import { urls } from '../../../src/urls.ts'
import { townAnew } from '../../support/town/anew.ts'
import { at, clock, phoneOf, read, turnIn } from '../../support/town/pages.ts'
import { type Held, monday } from '../../support/town/town.ts'
import { formOf, text } from '../examples.ts'

const number = '11010519491231002X'
const masked = '110***********002X'

let held: Held

/** A case of a worker who gave the number of his card. */
beforeEach(async () => {
  clock.now = monday
  const here = await townAnew(env.DB)
  const fields = [{ type: 'resident_id', name: 'card', label: text('身份证号') }]
  const draft = readDraft({ ...formOf(text('t')), sections: [{ title: text('s'), fields }] })
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  await here.db.update(formVersions).set({ definition: draft.stored })
  forgetDefinitions()
  held = await here.file({ identity: { card: number } })
})

test('the number of a card is shown at the desk behind a reason, and then whole', async () => {
  const desk = await at('officer')
  const page = await (await desk.get(urls.deskCase(held.id))).text()
  expect(page).not.toContain(number)
  const looked = { turn: turnIn(page), 'identity-reason': '要核对本人' }
  const shown = read(await (await desk.post(urls.deskAct(held.id, 'identity'), looked)).text())
  expect(shown).toContain(`身份证号 ${number}`)
})

test('its worker finds it whole among his data, and masked where he deletes it', async () => {
  const phone = await phoneOf(held)
  expect(await (await phone.get(urls.followData)).text()).toContain(number)
  const deleting = await (await phone.get(urls.followIdentity)).text()
  expect(deleting).toContain(masked)
  expect(deleting).not.toContain(number)
})

test.each([
  ['whose last place does not fit', '110105194912310021'],
  ['of somebody who is not yet born', '110105299912310020'],
])('put right, it is checked as the form checks it: one %s', async (_, card) => {
  const phone = await phoneOf(held)
  const wrong = await phone.post(urls.followContact, { card })
  expect(wrong.status).toBe(422)
  expect(read(await wrong.text())).toContain('身份证号：有一位对不上')
  expect((await phone.post(urls.followContact, { card: '110105199912310022' })).status).toBe(303)
  expect(await (await phone.get(urls.followData)).text()).toContain('110105199912310022')
})
