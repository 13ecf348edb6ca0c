import { urls } from '../../src/urls.ts'
import { expect, test } from '../support/journey.ts'

test('the built Worker answers a real browser from its own empty database', async ({ huying, visit }) => {
  const page = await visit()
  const answer = await page.goto(urls.healthz)
  expect(answer?.status()).toBe(200)
  expect(await huying.d1.prepare('select count(*) as n from cases').first('n')).toBe(0)
})
