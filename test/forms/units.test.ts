import { expect, test } from 'vitest'
import { questionsOf } from '../../src/forms/definition.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { withUnit } from '../../src/forms/kinds/units.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { templates } from '../../src/forms/templates/all.ts'

const drafts = Object.entries({ ...standardForms, ...templates })
const units = drafts.flatMap(([form, draft]) => {
  const read = readDraft(draft)
  if (!read.ok) throw new Error(`${form} cannot be read`)
  return questionsOf(read.definition).flatMap((question) =>
    question.type === 'number' && question.unit ? [[form, question.unit] as const] : [],
  )
})

test.each(units)('in %s one of what is counted is not told as many: %j', (_, unit) => {
  expect(withUnit(1, unit, 'en')).not.toMatch(/people|children|s$/)
  expect(withUnit(2, unit, 'en')).toBe(`2 ${unit.en}`)
  expect(withUnit(1, unit, 'zh')).toBe(`1 ${unit.zh}`)
})

test('a number that counts nothing stands alone', () => {
  expect(withUnit(1, undefined, 'en')).toBe('1')
})
