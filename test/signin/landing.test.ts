import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { nextIn } from '../../src/signin/landing.ts'
import { query, urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { bindings } from '../support/signed-in.ts'
import { app } from '../support/town/pages.ts'
import { arrive } from '../support/town/signing-in.ts'
import { town } from '../support/town/town.ts'

beforeAll(async () => {
  await town(env.DB)
})

test.each([
  urls.desk,
  urls.deskCases + query({ state: 'triage', q: '欠薪' }),
  urls.deskCase('01J'),
  urls.office,
  urls.officeStaff,
  urls.account,
])('%s is a place to come back to', (next) => {
  expect(nextIn(next)).toBe(next)
})

const astray = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  `${urls.desk}evil`,
  `${urls.desk}/\r\nx: y`,
  `${urls.desk}/../follow/exit`,
  `${urls.desk}/..`,
  `${urls.desk}/./cases`,
  `${urls.desk}/%2e%2e/board`,
  `${urls.desk}/%2E./board`,
  `${urls.desk}/..%2fboard`,
  `${urls.desk}/..\\board`,
  `${urls.desk}/%5c..%5cboard`,
  `${urls.desk}\t/cases`,
  `${urls.desk}//../../evil`,
  `${urls.deskCases}?q=${'a'.repeat(600)}`,
  'https://huying.invalid/desk',
]

test.each(astray)('%j leads nobody astray', (next) => {
  expect(nextIn(next)).toBe('')
})

const limits = { ...bindings().limits, signIn: async () => true, arrivals: async () => true }

test.each([
  ['officer', '', urls.desk],
  ['officer', urls.deskCases, urls.deskCases],
  ['deputy', '', urls.desk],
  ['administrator', '', urls.office],
  ['administrator', urls.desk, urls.office],
  ['administrator', urls.deskCase('01J'), urls.office],
  ['administrator', urls.officeLog, urls.officeLog],
  ['auditor', urls.desk, urls.office],
])('%s, who wanted to go to “%s”, lands at %s', async (person, next, place) => {
  const { phone, code } = arrive(app, { limits })
  await phone.post(urls.signIn, { email: `${person}@union.example`, next })
  const entered = await phone.post(urls.signInCode, { code: code(), next })
  expect(entered.headers.get('location')).toBe(place)
})

describe('a place to come back to that is none', () => {
  test('is dropped at each step of signing in', async () => {
    for (const next of [`${urls.desk}/../follow/exit`, 'https://evil.example', 'x'.repeat(60_000)]) {
      const { phone, code } = arrive(app, { limits })
      expect(
        await (await phone.get(urls.signIn + query({ next: next.slice(0, 2000) }))).text(),
      ).not.toContain(next)
      const asked = await phone.post(urls.signIn, { email: 'officer@union.example', next })
      expect(asked.headers.get('location')).toBe(urls.signInCode)
      const entered = await phone.post(urls.signInCode, { code: code(), next })
      expect(entered.headers.get('location')).toBe(urls.desk)
    }
  })

  test('makes no head that is too long, however long the address was that somebody came by', async () => {
    const long = `${urls.deskCases}?q=${'%E6%AC%A0'.repeat(2000)}`
    const answer = await browser(app).get(long)
    expect(answer.headers.get('location')).toBe(urls.signIn)
    for (const path of [urls.account, urls.accountSecondFactor, urls.signInSecondFactor, urls.signInCode]) {
      const asked = await browser(app).get(path + query({ next: long }))
      expect(asked.headers.get('location')?.length).toBeLessThan(700)
    }
  })
})
