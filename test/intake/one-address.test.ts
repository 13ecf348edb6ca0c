import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { answers, found, openedToken, type Values, visitor } from './visitor.ts'

beforeAll(found)

const form = urls.form('grievance')
const factory = { headers: { 'cf-connecting-ip': '203.0.113.7' } }

/** As a person does it: the employer is searched each time, and chosen or left as it is written. */
async function fileFrom(headers: Record<string, string>, employer: Values) {
  const worker = visitor({ headers })
  const token = await openedToken(worker, form)
  const typed = { ...answers, ...employer, token }
  for (const step of ['check', 'check']) await worker.post(form, { ...typed, step })
  return (await worker.post(form, { ...typed, 'employer-id': 'none', step: 'send' })).status
}

test('forty workers behind one address search their employer and file within a minute', async () => {
  const statuses = []
  for (let worker = 0; worker < 40; worker++)
    statuses.push(await fileFrom(factory.headers, { employer: '东升' }))
  expect(statuses).toEqual(Array(40).fill(303))
})

test('a search that may not be made stops no filing: the name stays as it was written', async () => {
  const limits = { ...bindings().limits, searching: async () => false }
  const worker = visitor({ env: { limits } })
  const token = await openedToken(worker, form)
  const sent = await worker.post(form, { ...answers, employer: '东升', token, step: 'send' })
  expect(sent.status).toBe(303)
})

test('all addresses of one /64 are one client', async () => {
  const keys = new Set<string>()
  const filing = async (key: string) => keys.add(key).size > 0
  const worker = visitor({ env: { limits: { ...bindings().limits, filing } } })
  const token = await openedToken(worker, form)
  const post = { ...answers, employer: '无', 'employer-id': 'none', token, step: 'send' }
  for (const last of ['1', '2:3:4:ff', 'abcd'])
    await worker.post(form, post, { headers: { 'cf-connecting-ip': `2001:db8:5:5::${last}` } })
  expect(keys.size).toBe(1)
})

test('who is refused sends the very page he got, and is through once he has waited', async () => {
  const worker = visitor({ env: { limits: { ...bindings().limits, filing: async () => false } } })
  const token = await openedToken(worker, form)
  const page = await worker.post(form, { ...answers, employer: '无', token, step: 'send' })
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60'])
  const carried = [...(await page.text()).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const again = Object.fromEntries(carried.map(([, name = '', value = '']) => [name, value]))
  expect(again).toMatchObject({ story: answers.story, token })
  const sent = await worker.post(form, { ...again, step: 'send' }, { env: { limits: bindings().limits } })
  expect(sent.status).toBe(303)
})
