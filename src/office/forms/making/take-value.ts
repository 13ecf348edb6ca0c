import {
  isOfKind,
  type Part,
  partsOf,
  type Reckoning,
  reckoningOf,
  termFrom,
  ways,
} from '../../../forms/building/reckonings.ts'
import { conditionsOf, valuesOf } from '../../../forms/building/sentences.ts'
import type { Working } from '../../../forms/building/working.ts'
import type { Term } from '../../../forms/logic/expressions.ts'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { goingOrAsked } from './replacement-task.tsx'
import { amountIn } from './settings-in.ts'
import { pairIn } from './text-pair.tsx'
import { keyOf, offersOf } from './value-task.tsx'
import { type Making, savedAt, type Taken } from './with-copy.tsx'

export function takeValue(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const { c, copy, working } = it
  const id = c.req.param('value') ?? ''
  const before = valuesOf(working)[id]
  if (!before) return null
  if (form.get('act') === 'remove')
    return goingOrAsked(it, { what: 'value', id }, savedAt(urls.officeFormLogic(copy.id)))
  const { m } = c.var.view
  const name = pairIn(form, 'name')
  if (!name.zh) return { ok: false, errors: { 'name-zh': m.questions.errors.required(m.reckoning.name) } }
  const kind = form.get('kind') === 'money' ? 'money' : 'number'
  const said = reckoningOf(before.of)
  const written = said && sentenceIn(working, form, { id, isMoney: kind === 'money', said })
  if (written && 'wrong' in written) return { ok: false, errors: { [written.wrong]: m.reckoning.noNumber } }
  const of: unknown = written ? termFrom(written) : before.of
  const values = { ...valuesOf(working), [id]: { ...before, name, kind, of } }
  return { ok: true, working: { ...working, values }, to: savedAt(urls.officeFormValue(copy.id, id)) }
}

interface Before {
  id: string
  isMoney: boolean
  said: Reckoning
}

/** The sentence as it was written, with as many parts as its way takes; or the field in which no number stands. */
function sentenceIn(
  working: Working,
  form: FormBody,
  { id, isMoney, said }: Before,
): Reckoning | { wrong: string } {
  const way = ways.find((one) => one === form.get('way')) ?? said.way
  const { least, most } = partsOf(way)
  const wanted = Math.max(least, Math.min(most, said.parts.length + (form.get('act') === 'more' ? 1 : 0)))
  const sent = { working, form, id, isMoney: isMoney && isOfKind(way) }
  const parts = Array.from({ length: wanted }, (_, at) => partIn(sent, `part-${at}`, neutralOf(way)))
  const condition = form.get('unless')
  const instead = partIn({ ...sent, isMoney }, 'otherwise', 0)
  const wrong = [...parts, instead].find((one) => typeof one === 'string')
  if (typeof wrong === 'string') return { wrong }
  const known = parts.filter((one) => typeof one !== 'string')
  const isKnown = Object.hasOwn(conditionsOf(working), condition)
  return { way, parts: known, unless: isKnown && typeof instead !== 'string' ? { condition, instead } : null }
}

/** A number that changes nothing, for a part that nobody has written yet. */
const neutralOf = (way: Reckoning['way']) => (way === 'mul' || way === 'div' ? 1 : 0)

interface Sent {
  working: Working
  form: FormBody
  id: string
  isMoney: boolean
}

/** A part as it was chosen or written; the name of its field where it is no number. */
function partIn({ working, form, id, isMoney }: Sent, at: string, otherwise: number): Part | string {
  const chosen = offersOf(working, id).find(({ part }) => keyOf(part) === form.get(at))
  if (form.get(at) !== '' && chosen) return chosen.part
  const typed = form.get(`${at}-number`)
  if (typed === '') return otherwise
  const number: Term = amountIn({ type: isMoney ? 'money' : 'number' }, typed)
  return typeof number === 'number' && Number.isFinite(number) ? number : `${at}-number`
}
