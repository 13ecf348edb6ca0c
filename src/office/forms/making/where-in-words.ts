import { placeOf } from '../../../forms/building/changes.ts'
import { bilingualFrom, type Working } from '../../../forms/building/working.ts'
import { isObject } from '../../../forms/json.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

/** Where a text of a form stands, by the names that people see: `question.danger.label` is what the question asks. */
export function whereInWords(view: View, working: Working, way: string): string {
  const { differences, called } = view.m.builder
  const [part = '', id = '', ...keys] = way.split('.')
  const last = keys.at(-1) ?? id
  const names: Record<string, string> = called
  const [of, name] = partOf(view, working, part, id)
  const own = part === 'list' ? '' : (names[last] ?? '')
  return [of ? differences.of[of] : '', name, own].filter(Boolean).join(' · ')
}

type Part = keyof View['m']['builder']['differences']['of']

function partOf(view: View, working: Working, part: string, id: string): [of: Part | null, name: string] {
  const named = (all: unknown) => {
    const one = isObject(all) ? all[id] : undefined
    return isObject(one) ? inWords(view, bilingualFrom(one.name)) : ''
  }
  switch (part) {
    case 'form':
      return ['form', '']
    case 'page': {
      const page = working.pages.find((one) => one.id === id)
      return ['page', page ? inWords(view, page.title) : '']
    }
    case 'question':
      return ['question', labelOf(view, working, id)]
    case 'list':
      return ['option', labelOf(view, working, id) || labelOf(view, working, listedBy(working, id))]
    case 'condition':
      return ['condition', named(working.conditions)]
    case 'value':
      return ['value', named(working.values)]
    default:
      return [null, '']
  }
}

function labelOf(view: View, working: Working, name: string): string {
  const place = placeOf(working, name)
  return place ? inWords(view, place.field.label) : ''
}

/** The first question that offers what stands in a list of this name. */
function listedBy({ pages }: Working, list: string): string {
  return pages.flatMap(({ fields }) => fields).find((field) => field.list === list)?.name ?? ''
}
