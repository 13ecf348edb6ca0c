import { expect, test } from 'vitest'
import { toldOf } from '../../src/cases/told-of.ts'

const details = { worker_name: '王芳', worker_phone: '13812345678', card: '11010519491231002X' }

test.each([
  ['name', { worker_name: '王芳' }],
  ['phone', { worker_phone: '13812345678' }],
  ['all', { worker_name: '王芳', worker_phone: '13812345678' }],
] as const)('by a consent to tell %s nobody learns the number of an identity card', (what, told) => {
  expect(toldOf(what, details)).toEqual(told)
})
