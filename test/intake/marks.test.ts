import { expect, test } from 'vitest'
import { unasked } from '../../src/ui/questions/error-text.ts'

test.each([
  ['大约多少人？：不能小于 1', '大约多少人：不能小于 1'],
  ['您是……：请从给出的选项里选', '您是：请从给出的选项里选'],
  ['How many people?: not less than 1', 'How many people: not less than 1'],
  ['请选择：您现在安全吗？', '请选择：您现在安全吗？'],
  ['Please choose: Are you safe now?', 'Please choose: Are you safe now?'],
])('no mark stands before a colon in %s', (told, text) => {
  expect(unasked(told)).toBe(text)
})
