import {
  beginningOf,
  conditionFrom,
  conditionsOf,
  questionsToLookAt,
  valuesOf,
} from '../../../forms/building/sentences.ts'
import { bilingualFrom, newName, type WorkingField } from '../../../forms/building/working.ts'
import type { Term } from '../../../forms/logic/expressions.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { conditionIn, termIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
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
            <span class="hint">{conditionIn({ view, working }, condition.when)}</span>
          </li>
        ))}
      </ul>
      <h2>{view.m.reckoning.values}</h2>
      <p>{view.m.reckoning.lead}</p>
      <ul class="list">
        {Object.entries(valuesOf(working)).map(([id, value]) => (
          <li>
            <a class="what" href={urls.officeFormValue(copy.id, id)}>
              {inWords(view, bilingualFrom(value.name), id)}
            </a>
            <span class="hint">{termIn({ view, working }, value.of, value.kind === 'money')}</span>
          </li>
        ))}
      </ul>
      {questions.length === 0 ? (
        <p>{t.logic.nothingAsked}</p>
      ) : (
        <PartForm it={it} action={urls.officeFormLogic(copy.id)}>
          <h2>{view.m.reckoning.addEither}</h2>
          <TextPair
            view={view}
            at="name"
            label={view.m.reckoning.name}
            value={{ zh: '', en: '' }}
            error={it.errors['name-zh']}
          />
          <QuestionSelect {...it} />
          <p class="row">
            <Submit name="act" value="condition">
              {t.logic.add}
            </Submit>
            <Submit quiet name="act" value="value">
              {view.m.reckoning.add}
            </Submit>
          </p>
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
  if (!name.zh) return { ok: false, errors: { 'name-zh': m.questions.errors.required(m.reckoning.name) } }
  if (form.get('act') === 'value') {
    const id = newName('v')
    const value = { name, kind: question.type === 'money' ? 'money' : 'number', of: firstOf(question) }
    const values = { ...valuesOf(working), [id]: value }
    return { ok: true, working: { ...working, values }, to: urls.officeFormValue(copy.id, id) }
  }
  const id = newName('c')
  const when = conditionFrom({ joined: 'and', lines: [beginningOf(question)] })
  const conditions = { ...conditionsOf(working), [id]: { name, when } }
  return { ok: true, working: { ...working, conditions }, to: urls.officeFormCondition(copy.id, id) }
}

/** With what a value begins, before somebody says how it is worked out. */
function firstOf({ name, type }: WorkingField): Term {
  if (type === 'date') return { age: name }
  return type === 'number' || type === 'money' || type === 'scale' ? { ref: name } : 0
}
