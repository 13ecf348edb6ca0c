import { beginningOf, conditionFrom, questionsToLookAt } from '../../../forms/building/sentences.ts'
import { bilingualFrom, newName, type Working } from '../../../forms/building/working.ts'
import { isObject, type Json } from '../../../forms/json.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { sentencesIn } from './in-sentences.ts'
import { QuestionSelect } from './question-select.tsx'
import { pairIn, TextPair } from './text-pair.tsx'
import { type Making, Part, PartForm, type Taken } from './with-copy.tsx'

/** The conditions of a form, each by its name and in a sentence; and one more. */
export function LogicTask(it: Making) {
  const { c, copy, working } = it
  const { view } = c.var
  const t = view.m.builder
  const questions = questionsToLookAt(working)
  return (
    <Part it={it} title={t.task.logic}>
      <p class="lead">{t.logic.lead}</p>
      <ul class="list">
        {Object.entries(conditionsOf(working)).map(([id, condition]) => (
          <li>
            <a class="what" href={urls.officeFormCondition(copy.id, id)}>
              {bilingualFrom(condition.name)[view.locale] || id}
            </a>
            <span class="hint">{sentencesIn(view, working, condition.when)}</span>
          </li>
        ))}
      </ul>
      {questions.length === 0 ? (
        <p>{t.logic.nothingAsked}</p>
      ) : (
        <PartForm it={it} action={urls.officeFormLogic(copy.id)}>
          <h2>{t.logic.add}</h2>
          <TextPair
            view={view}
            at="name"
            label={t.logic.name}
            value={{ zh: '', en: '' }}
            error={it.errors['name-zh']}
          />
          <QuestionSelect {...it} />
          <Submit>{t.logic.add}</Submit>
        </PartForm>
      )}
    </Part>
  )
}

export function takeLogic({ c, copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const { m } = c.var.view
  const name = pairIn(form, 'name')
  const question = questionsToLookAt(working).find((one) => one.name === form.get('question'))
  if (!question) return null
  if (!name.zh) return { ok: false, errors: { 'name-zh': m.questions.errors.required(m.builder.logic.name) } }
  const id = newName('c')
  const when = conditionFrom({ joined: 'and', lines: [beginningOf(question)] })
  const conditions = { ...conditionsOf(working), [id]: { name, when } }
  return { ok: true, working: { ...working, conditions }, to: urls.officeFormCondition(copy.id, id) }
}

/** By id. */
export function conditionsOf({ conditions }: Working): Record<string, Json> {
  const all = isObject(conditions) ? conditions : {}
  return Object.fromEntries(Object.entries(all).flatMap(([id, it]) => (isObject(it) ? [[id, it]] : [])))
}
