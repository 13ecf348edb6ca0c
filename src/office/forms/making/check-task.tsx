import { changeField, placeOf } from '../../../forms/building/changes.ts'
import { conditionFrom, mostLines, sentencesOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type WorkingField } from '../../../forms/building/working.ts'
import { asList, isObject, type Json } from '../../../forms/json.ts'
import { ByEnter, Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { conditionIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import { QuestionSelect } from './question-select.tsx'
import { Removing } from './removing.tsx'
import { SentenceLines, TooRich } from './sentence-lines.tsx'
import { sentencesFrom } from './take-sentences.ts'
import { pairIn, TextPair } from './text-pair.tsx'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

/** A check of a question: what has to hold of the answers, in sentences, and what is said where it does not. */
export function CheckTask(it: Making) {
  const found = checkOf(it)
  if (!found) return null
  const { c, copy, working } = it
  const { view } = c.var
  const t = view.m.reckoning.checks
  const { field, check } = found
  const said = sentencesOf(check.holds)
  return (
    <Part
      it={it}
      title={t.one}
      up={<a href={urls.officeFormQuestion(copy.id, field.name)}>{inWords(view, field.label, field.name)}</a>}
    >
      <p>{t.lead}</p>
      <PartForm it={it} action={urls.officeFormCheck(copy.id, field.name, String(check.id))}>
        <ByEnter name="act" value="save" />
        {said ? (
          <SentenceLines it={it} said={said} />
        ) : (
          <TooRich it={it} words={conditionIn({ view, working }, check.holds)} />
        )}
        <TextPair
          view={view}
          at="text"
          label={t.text}
          hint={t.textHint}
          value={bilingualFrom(check.text)}
          error={it.errors['text-zh']}
        />
        <Submit name="act" value="save">
          {view.m.common.save}
        </Submit>
        {said && said.lines.length < mostLines && (
          <>
            <QuestionSelect {...it} />
            <Submit quiet name="act" value="add">
              {view.m.builder.logic.addLine}
            </Submit>
          </>
        )}
        <Removing label={t.remove} means={t.removeLead} />
      </PartForm>
    </Part>
  )
}

export function takeCheck(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const found = checkOf(it)
  if (!found) return null
  const { c, copy, working } = it
  const { field, check } = found
  const put = (change: (one: Json) => Json[]) =>
    changeField(working, field.name, (before) => ({
      ...before,
      checks: checksOf(before).flatMap((one) => (one.id === check.id ? change(one) : [one])),
    }))
  if (form.get('act') === 'remove')
    return { ok: true, working: put(() => []), to: savedAt(urls.officeFormQuestion(copy.id, field.name)) }
  const { m } = c.var.view
  const text = pairIn(form, 'text')
  if (!text.zh && form.get('act') === 'save')
    return { ok: false, errors: { 'text-zh': m.questions.errors.required(m.reckoning.checks.text) } }
  const said = sentencesOf(check.holds)
  const holds = said ? conditionFrom(sentencesFrom(working, form, said)) : check.holds
  return {
    ok: true,
    working: put((one) => [{ ...one, holds, text }]),
    to: savedAt(urls.officeFormCheck(copy.id, field.name, String(check.id))),
  }
}

/** What is checked of a question. */
export function checksOf({ checks }: WorkingField): Json[] {
  return asList(checks).filter(isObject)
}

/** The check that the address names. */
function checkOf({ c, working }: Omit<Making, 'errors'>): { field: WorkingField; check: Json } | null {
  const field = placeOf(working, c.req.param('question') ?? '')?.field
  const check = field && checksOf(field).find(({ id }) => id === c.req.param('check'))
  return check ? { field, check } : null
}
