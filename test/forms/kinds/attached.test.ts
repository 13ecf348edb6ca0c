import { expect, test } from 'vitest'
import { takenAnswer } from '../../../src/forms/checked-answers.ts'
import type { FileQuestion } from '../../../src/forms/file-questions.ts'
import { kindOf } from '../../../src/forms/kinds/all.ts'
import { lineOf } from '../../../src/forms/kinds/attached.ts'
import { common as en } from '../../../src/i18n/en/common.ts'
import { common as zh } from '../../../src/i18n/zh/common.ts'
import { text } from '../examples.ts'
import { posted } from '../posted.ts'

const asked = (type: FileQuestion['type'], most = 2): FileQuestion => ({
  ...{
    type,
    most,
    name: 'asked',
    label: text('问'),
    required: false,
    sensitive: false,
    evidence: false,
    checks: [],
  },
})
const [photo, sound] = [
  { file: 'aaaaaaaaaaaaaaaa', kind: 'jpeg' as const, size: 230_000 },
  { file: 'bbbbbbbbbbbbbbbb', kind: 'mp3' as const, size: 1_500_000 },
]

function becomes(question: FileQuestion, lines: string[]) {
  const raw = kindOf(question).read(question, posted({ asked: lines }))
  return raw === undefined ? 'nothing' : takenAnswer(question, raw, '2026-11-22')
}

test('the files that a form holds are kept by what they are, and shown by how large they are', () => {
  const file = asked('file')
  expect(becomes(file, [lineOf(photo), lineOf(sound)])).toEqual({ ok: true, given: [photo, sound] })
  const shown = (words: typeof zh, locale: 'zh' | 'en') =>
    kindOf(file).show(file, [photo, sound], { locale, ...words })
  expect([shown(zh, 'zh'), shown(en, 'en')]).toEqual([
    '照片（225 KB）、录音（1.4 MB）',
    'Photo (225 KB); Voice note (1.4 MB)',
  ])
  expect(becomes(file, [])).toBe('nothing')
})

test.each([
  ['a sound among photos', asked('photo'), [lineOf(sound)], 'not_offered'],
  ['a photo for a voice note', asked('voice'), [lineOf(photo)], 'not_offered'],
  ['the same twice', asked('photo'), [lineOf(photo), lineOf(photo)], 'twice'],
  ['one too many', asked('file', 1), [lineOf(photo), lineOf(sound)], 'too_many_files'],
  ['what is no file', asked('file'), ['aaaaaaaaaaaaaaaa exe 10'], 'not_offered'],
])('%s is not taken', (_, question, lines, why) => {
  expect(becomes(question, lines)).toEqual({ ok: false, why })
})
