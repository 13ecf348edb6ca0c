import { test } from '../support/journey.ts'
import { travel } from './road/main-road.ts'

test('a case goes from the poster to an honest closing, in Chinese', async ({ huying, visit }) => {
  await travel(huying, visit, { locale: 'zh', scripts: true, axe: true })
})

test('and without JavaScript, in Chinese', async ({ huying, visit }) => {
  await travel(huying, visit, { locale: 'zh', scripts: false, axe: false })
})
