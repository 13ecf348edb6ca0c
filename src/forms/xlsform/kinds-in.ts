import type { Json } from '../json.ts'
import type { Known } from './expressions-in.ts'
import type { ListIn } from './lists-in.ts'
import type { LostIn, SheetRow } from './sheets.ts'
import { silentTypes, type TypeIn } from './types-in.ts'
import { isYesOrNo } from './yes-or-no.ts'

/** What a row asks here, and as what it may be compared; or why it is not asked. */
export type KindIn =
  | { ok: true; field: Json; known: Pick<Known, 'compared' | 'options'>; lost?: LostIn }
  | { ok: false; why: LostIn }

/** From so many options on, one is looked up. */
const mostShown = 30
const none: Known['options'] = new Map()
const ticked: Known['options'] = new Map([
  ['OK', true],
  ['no', false],
])

const simple: Record<string, { field: Json; compared?: Known['compared']; lost?: LostIn }> = {
  time: { field: { type: 'time' } },
  note: { field: { type: 'note' } },
  date: { field: { type: 'date' }, compared: 'day' },
  date_time: { field: { type: 'date' }, compared: 'day', lost: 'time_of_day' },
  image: { field: { type: 'photo', most: 1 } },
  audio: { field: { type: 'voice', most: 1 } },
  file: { field: { type: 'file', most: 1 } },
  geopoint: { field: { type: 'place' } },
  integer: { field: { type: 'number', whole: true }, compared: 'number' },
  decimal: { field: { type: 'number' }, compared: 'number' },
}

export function kindIn({ name, list, orOther }: TypeIn, row: SheetRow, lists: Map<string, ListIn>): KindIn {
  const looks = (row.cells.appearance ?? '').toLowerCase().split(/\s+/)
  if (name === 'text') return asked({ type: looks.includes('multiline') ? 'long_text' : 'text' })
  if (name === 'date' && looks.includes('month-year')) return asked({ type: 'month' }, 'day')
  if (name === 'acknowledge') return asked({ type: 'consent' }, 'truth', ticked)
  if (name === 'range') return asked({ type: 'number', ...boundsOf(row) }, 'number')
  if (list) {
    const found = lists.get(list)
    return found ? offering(name, list, found, { orOther, looks }) : { ok: false, why: 'list_missing' }
  }
  const one = Object.hasOwn(simple, name) ? simple[name] : undefined
  if (!one) return { ok: false, why: silentTypes.includes(name) ? 'silent_type' : 'type' }
  return { ...asked(one.field, one.compared), ...(one.lost ? { lost: one.lost } : {}) }
}

function asked(field: Json, compared?: Known['compared'], options = none): Extract<KindIn, { ok: true }> {
  return { ok: true, field, known: { compared, options } }
}

function offering(
  type: string,
  name: string,
  { options, byName }: ListIn,
  { orOther, looks }: { orOther: boolean; looks: string[] },
): KindIn {
  const list = /^[a-z][a-z0-9_]{0,39}$/.test(name) ? { list: name } : {}
  if (type === 'rank') return asked({ type: 'ranking', ...list, options })
  const others = options.filter(({ value }) => !orOther || value !== 'other')
  const values = new Map<string, string>([...byName, ...(orOther ? ([['other', 'other']] as const) : [])])
  const offered = { ...list, options: others, ...(orOther ? { other: true } : {}) }
  if (type === 'select_multiple') return asked({ type: 'choices', ...offered }, 'several', values)
  if (looks.includes('likert') && isScale(options))
    return asked({ type: 'scale', steps: options.map(({ label }) => label) }, 'number')
  if (!orOther && isYesOrNo(options)) {
    const [yes = '', no = ''] = byName.keys()
    const truths = new Map([
      [yes, true],
      [no, false],
    ])
    return asked({ type: 'yes_no' }, 'truth', truths)
  }
  const isLong = looks.includes('autocomplete') || options.length > mostShown
  if (isLong && !orOther) return asked({ type: 'list', ...list, options }, 'option', values)
  return asked({ type: 'choice', ...offered }, 'option', values)
}

const isScale = (options: ListIn['options']) => options.map(({ value }) => value).join() === '1,2,3,4,5'

/** From `start=1 end=10 step=1`. */
function boundsOf({ cells }: SheetRow): Json {
  const of = (word: string) =>
    Number(new RegExp(`${word}\\s*=\\s*(-?[\\d.]+)`).exec(cells.parameters ?? '')?.[1])
  const [start, end, step] = [of('start'), of('end'), of('step')]
  const isWhole = [start || 1, end || 10, step || 1].every(Number.isInteger)
  return {
    min: Number.isNaN(start) ? 1 : start,
    max: Number.isNaN(end) ? 10 : end,
    ...(isWhole ? { whole: true } : {}),
  }
}
