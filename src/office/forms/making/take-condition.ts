import { conditionFrom, conditionsOf, sentencesOf } from '../../../forms/building/sentences.ts'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { conditionOf } from './condition-task.tsx'
import { goingOrAsked } from './replacement-task.tsx'
import { sentencesFrom } from './take-sentences.ts'
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
    return goingOrAsked(it, { what: 'condition', id }, savedAt(urls.officeFormLogic(copy.id)))
  const name = pairIn(form, 'name')
  if (!name.zh) return { ok: false, errors: { 'name-zh': m.questions.errors.required(m.builder.logic.name) } }
  const said = sentencesOf(condition.when)
  const when = said ? conditionFrom(sentencesFrom(working, form, said)) : condition.when
  const conditions = { ...conditionsOf(working), [id]: { ...condition, name, when } }
  return { ok: true, working: { ...working, conditions }, to: savedAt(urls.officeFormCondition(copy.id, id)) }
}
