import { expect, test } from 'vitest'
import { toldOf } from '../../src/cases/told-of.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { formOf, text } from '../forms/examples.ts'

const fields = [
  { type: 'name', name: 'worker_name', label: text('姓名'), identity: true },
  { type: 'address', name: 'home', label: text('住址'), identity: true },
]
const draft = readDraft({ ...formOf(text('t')), sections: [{ title: text('s'), fields }] })
const form = { definition: draft.ok ? draft.definition : null }

const details = {
  ...{ worker_name: '王芳', worker_phone: '13812345678' },
  ...{ card: '11010519491231002X', home: '青石县 柳湾镇' },
}

test.each([
  ['name', { worker_name: '王芳' }],
  ['phone', { worker_phone: '13812345678' }],
  ['all', { worker_name: '王芳', worker_phone: '13812345678' }],
] as const)(
  'by a consent to tell %s nobody learns the number of an identity card, or where its owner lives',
  (what, told) => {
    expect(toldOf(what, details, form)).toEqual(told)
  },
)
