import { placeOf } from '../../../forms/building/changes.ts'
import {
  beginningOf,
  conditionFrom,
  isAlone,
  mostLines,
  questionsToLookAt,
  relationsOf,
  type Sentence,
  type Sentences,
  sentencesOf,
} from '../../../forms/building/sentences.ts'
import type { Working, WorkingField } from '../../../forms/building/working.ts'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { conditionOf } from './condition-task.tsx'
import { conditionsOf } from './logic-task.tsx'
import { amountIn } from './settings-in.ts'
import { pairIn } from './text-pair.tsx'
import { type Making, savedAt, type Taken } from './with-copy.tsx'

export function takeCondition(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const condition = conditionOf(it)
  if (!condition) return null
  const { c, copy, working } = it
  const { m } = c.var.view
  const id = c.req.param('condition') ?? ''
  const act = form.get('act')
  if (act === 'remove')
    return { ok: true, working: without(working, id), to: savedAt(urls.officeFormLogic(copy.id)) }
  const name = pairIn(form, 'name')
  if (!name.zh) return { ok: false, errors: { 'name-zh': m.questions.errors.required(m.builder.logic.name) } }
  const said = sentencesOf(condition.when)
  const when = said ? conditionFrom(changed(it, form, said, act)) : condition.when
  const conditions = { ...conditionsOf(working), [id]: { ...condition, name, when } }
  return { ok: true, working: { ...working, conditions }, to: savedAt(urls.officeFormCondition(copy.id, id)) }
}

/** The sentences as they were written, with one more or one less. */
function changed(
  { working }: Omit<Making, 'errors'>,
  form: FormBody,
  said: Sentences,
  act: string,
): Sentences {
  const lines = said.lines.map((line, at) => {
    const field = placeOf(working, line.question)?.field
    return field ? writtenLine(form, at, field, line) : line
  })
  const more = questionsToLookAt(working).find((one) => act === 'add' && one.name === form.get('question'))
  const kept = lines.filter((_, at) => act !== `drop-${at}`)
  return {
    joined: form.get('joined') === 'or' ? 'or' : form.get('joined') === 'and' ? 'and' : said.joined,
    lines: more && lines.length < mostLines ? [...kept, beginningOf(more)] : kept,
  }
}

function writtenLine(form: FormBody, at: number, field: WorkingField, line: Sentence): Sentence {
  const relation = relationsOf(field).find((one) => one === form.get(`relation-${at}`)) ?? line.relation
  const typed = form.get(`value-${at}`)
  if (isAlone(relation)) return { ...line, relation, value: null }
  return { ...line, relation, value: typed === '' ? line.value : typedValue(field, typed) }
}

function typedValue(field: WorkingField, typed: string): Sentence['value'] {
  const { type } = field
  if (type === 'yes_no') return typed === 'true'
  return type === 'number' || type === 'money' || type === 'scale' ? amountIn(field, typed) : typed
}

/** Without a condition, nor what it decided: pages are shown to everybody then, and questions required of nobody. */
function without(working: Working, id: string): Working {
  const { [id]: _, ...conditions } = conditionsOf(working)
  const pages = working.pages.map(({ show, ...page }) => ({
    ...page,
    ...(show === undefined || show === id ? {} : { show }),
    fields: page.fields.map(({ requiredWhen, ...field }) => ({
      ...field,
      ...(requiredWhen === undefined || requiredWhen === id ? {} : { requiredWhen }),
    })),
  }))
  return { ...working, conditions, pages: pages as Working['pages'] }
}
