import { beforeAll, expect, test } from 'vitest'
import { read } from '../support/town/pages.ts'
import { type Example, examples } from './examples.ts'
import { hurriedTown, openedForm } from './one-question.ts'

beforeAll(hurriedTown)

/** A form that asks one question; what its page says once it was answered. */
async function answering(
  type: string,
  { settings }: Example,
  given: Record<string, string>,
): Promise<string> {
  const { page, sent } = await openedForm({ type, required: true, ...settings })
  for (const end of Object.keys(given)) expect(page, end).toContain(`name="asked${end}"`)
  return read(await sent(given))
}

test.each(Object.entries(examples))(
  'a question of the kind %s is asked, answered and shown',
  async (type, it) => {
    const page = await answering(type, it, it.right)
    expect(page).toContain('请核对')
    expect(page).toContain(it.shown)
  },
)

test.each(Object.entries(examples))(
  'of the kind %s what is wrong is said at the question',
  async (type, it) => {
    expect(await answering(type, it, it.wrong)).toContain(it.said)
  },
)

test.each(Object.entries(examples))('of the kind %s what is missing is said', async (type, it) => {
  const nothing = Object.fromEntries(Object.keys(it.right).map((end) => [end, '']))
  expect(await answering(type, it, nothing)).toMatch(/请填写：问|请选择：问|需要您勾选同意|属实就勾选：问/)
})
