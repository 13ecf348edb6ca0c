import { asList, isObject } from '../json.ts'
import type { Leaf } from './leaves.ts'
import { type Going, goneIn } from './replacing.ts'
import type { Working, WorkingField } from './working.ts'

/** The options with a number of places that go with something; their places go nowhere else. */
export function quotasGoing(working: Working, going: Going): { leaf: Leaf; quota: number }[] {
  const isGone = goneIn(working, going)
  return working.pages
    .flatMap(({ fields }) => fields)
    .flatMap(quotasOf)
    .filter(({ leaf }) => isGone(leaf))
}

function quotasOf({ name, options }: WorkingField): { leaf: Leaf; quota: number }[] {
  return asList(options)
    .filter(isObject)
    .flatMap(({ value, quota }) =>
      typeof quota === 'number' ? [{ leaf: { of: 'option', name, option: String(value) }, quota }] : [],
    )
}
