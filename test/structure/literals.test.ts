import { expect, test } from 'vitest'
import { noticeKinds } from '../../src/db/vocabulary.ts'
import { mails } from '../../src/mails/all.ts'
import { linesWith } from './sources.ts'

test('no address stands outside urls.ts', () => {
  expect(linesWith(/['"`]\/[a-z]/i, ['urls.ts'])).toEqual([])
})

test('no colour stands outside the style sheet, and the looks of mail and of posters', () => {
  const colour = /#[0-9a-f]{3,8}\b(?![-\w])|\b(?:rgb|hsl|oklch)a?\(/i
  expect(linesWith(colour, ['mail/styles.ts', 'office/sites/poster-looks.ts'])).toEqual([])
})

test('no page carries styles or scripts of its own', () => {
  expect(
    linesWith(/\bstyle=|<script(?!.*\bsrc=)|\bon(click|submit|change)=/, [
      'mail/layout.tsx',
      'ui/page-script.tsx',
    ]),
  ).toEqual([])
})

test('no field cuts what is typed or pasted; its limit is said, and what is too long comes back whole', () => {
  expect(linesWith(/\bmaxlength\b/, [])).toEqual([])
})

test('every kind of notice has a mail', () => {
  expect(Object.keys(mails).sort()).toEqual([...noticeKinds].sort())
})
