/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from 'vitest'

/**
 * What workers read, as it is written: the catalogs but for what the fields of files say of themselves, the standard forms,
 * and what the demo's cadres write.
 */
const written = Object.entries(
  import.meta.glob<string>(
    [
      '../../src/i18n/**/*.ts',
      '!../../src/i18n/*/common.ts',
      '!../../src/i18n/*/questions.ts',
      '../../src/forms/standard/*.ts',
      '../../scripts/demo/cases/*.ts',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
)

test('but for the fields that take them, nobody is promised that files can be sent, or thanked for one', () => {
  const promise = /(?<!您)上传|照片收到|收到.{0,4}照片|发.{0,3}照片|\bupload|\b(?<!you )attach(?!ed to)/i
  const lines = written.flatMap(([path, text]) => text.split('\n').map((line) => `${path}: ${line.trim()}`))
  expect(lines.length).toBeGreaterThan(1000)
  expect(lines.filter((line) => promise.test(line))).toEqual([])
})
