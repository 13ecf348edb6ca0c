import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'

beforeEach(async () => {
  clock.now = monday
  const here = await townAnew(env.DB)
  await here.person('second', [['administrator', 'federation']])
})

test('the log says in words which role was given, and for which category somebody was proposed', async () => {
  const office = await at('administrator')
  const lin = { name: '林新', email: 'lin@union.example', role: 'handler', org: 'township', locale: 'zh' }
  await office.post(urls.officeStaff, lin)
  await office.post(urls.officePerson('countyHandler'), { act: 'propose', category: 'harassment' })
  const log = await (await office.get(urls.officeLog)).text()
  expect(log).toContain('lin@union.example: 承办人, 华阳镇总工会')
  expect(log).toContain('countyHandler@union.example: 性骚扰')
})
