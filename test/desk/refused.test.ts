import { beforeAll, expect, test } from 'vitest'
import { unname } from '../../src/orgs/nominating.ts'
import { urls } from '../../src/urls.ts'
import { officeOf } from '../support/town/office.ts'
import { succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)

test('while a worker in danger is not met, the page says what waits for that, and no more once he is', async () => {
  const held = await here.file({ danger: true })
  succeeded(await here.workerDoes(held, 'withdraw'))
  const { text } = await see('head', urls.deskCase(held.id))
  expect(text).toContain('先联系上（留言、打电话或上门），才能“确认撤回”。')
  succeeded(await here.does('officer', held, 'phone', { reason: 'He is safe.' }))
  expect((await see('head', urls.deskCase(held.id))).text).not.toContain('先联系上')
})

test('one in danger cannot be merged into one that is not, and the page says so beside the number', async () => {
  const other = await here.file()
  const held = await here.file({ danger: true })
  const sent = { number: String(other.number), reason: 'The same.' }
  const answer = await press('officer', held, 'merger-proposal', sent)
  expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('或这一件有危险、那一件没有') })
})

test('who agrees to a proposal of somebody who sees the case no more is told so', async () => {
  const one = await here.person('one', [['duty_officer', 'federation']], ['harassment'])
  const other = await here.person('other', [['supervisor', 'federation']], ['harassment'])
  const held = await here.file({ category: 'harassment' })
  succeeded(await here.does(one, held, 'accept', { category: 'wages' }))
  succeeded(await here.does(one, held, 'propose_release', { reason: 'It is about wages.' }))
  expect(await unname(officeOf(here), one, 'harassment', true)).toBe('done')
  const answer = await press(other.id, held, 'release')
  expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('这个提议作废了') })
})
