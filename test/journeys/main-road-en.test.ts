import { test } from '../support/journey.ts'
import { travel } from './road/main-road.ts'

test('a case goes from the poster to an honest closing, in English', async ({ huying, visit }) => {
  await travel(huying, visit, { locale: 'en', scripts: true, axe: true })
})

test('and without JavaScript, in English', async ({ huying, visit }) => {
  await travel(huying, visit, { locale: 'en', scripts: false, axe: false })
})
