import { changeField, moved, placeOf } from '../../../forms/building/changes.ts'
import { duplicatedField } from '../../../forms/building/duplicating.ts'
import { type Going, placesOf } from '../../../forms/building/replacing.ts'
import { isFieldType, settingsOf } from '../../../forms/building/settings-of.ts'
import { bilingualFrom, type WorkingField } from '../../../forms/building/working.ts'
import { Checkbox, Select } from '../../../ui/fields/chosen.tsx'
import { ByEnter } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { CheckList, withCheck } from './check-list.tsx'
import { inWords } from './in-words.ts'
import { titleOf } from './pages-task.tsx'
import { PartActs } from './part-acts.tsx'
import { goingOrAsked, replacementAt } from './replacement-task.tsx'
import { SettingControl } from './setting-controls.tsx'
import { settingIn } from './settings-in.ts'
import { ShownWhen } from './shown-when.tsx'
import { pairIn, pairOrNone, TextPair } from './text-pair.tsx'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

/** One question: its words, what is required of the answer, and where it stands. */
export function QuestionTask(it: Making) {
  const place = placeOf(it.working, it.c.req.param('question') ?? '')
  if (!place) return null
  const { c, copy, working } = it
  const { page, field } = place
  const { view } = c.var
  const t = view.m.builder
  const { type } = field
  return (
    <Part
      it={it}
      title={inWords(view, field.label, t.page.addQuestion)}
      up={
        <>
          <a href={urls.officeFormPage(copy.id, page.id)}>{titleOf(view, page)}</a>
          {isFieldType(type) && <span class="quiet">{t.kinds[type]}</span>}
        </>
      }
    >
      <PartForm it={it} action={urls.officeFormQuestion(copy.id, field.name)}>
        <ByEnter name="act" value="save" />
        <TextPair
          view={view}
          at="label"
          label={t.question.label}
          value={field.label}
          error={it.errors['label-zh']}
        />
        <TextPair view={view} at="hint" label={t.question.hint} value={bilingualFrom(field.hint)} optional />
        {isAsked(type) && (
          <>
            {type !== 'declaration' && (
              <Checkbox
                view={view}
                name="required"
                value="yes"
                label={t.question.required}
                checked={field.required === true}
              />
            )}
            <ShownWhen
              view={view}
              working={working}
              name="requiredWhen"
              label={t.question.requiredWhen}
              chosen={field.requiredWhen}
            />
            <Checkbox
              view={view}
              name="sensitive"
              value="yes"
              label={t.question.sensitive}
              checked={field.sensitive === true}
            />
            <CheckList it={it} field={field} />
          </>
        )}
        {isFieldType(type) &&
          settingsOf[type].map((setting) => (
            <SettingControl view={view} working={working} field={field} setting={setting} />
          ))}
        {working.pages.length > 1 && (
          <Select
            view={view}
            name="page"
            label={t.question.toPage}
            value={page.id}
            options={working.pages.map((one) => ({ value: one.id, label: titleOf(view, one) }))}
          />
        )}
        <PartActs view={view} words={t.question} />
      </PartForm>
    </Part>
  )
}

export function takeQuestion(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const { c, copy, working } = it
  const name = c.req.param('question') ?? ''
  const place = placeOf(working, name)
  if (!place) return null
  const back = savedAt(urls.officeFormPage(copy.id, place.page.id))
  if (form.get('act') === 'remove') return goingOrAsked(it, { what: 'question', id: name }, back)
  const { m } = c.var.view
  if (!form.line('label-zh'))
    return { ok: false, errors: { 'label-zh': m.questions.errors.required(m.builder.question.label) } }
  const written = changeField(working, name, (field) => writtenField(field, form))
  if (form.get('act') === 'duplicate') {
    const twin = duplicatedField(written, name)
    return twin && { ok: true, working: twin.working, to: urls.officeFormQuestion(copy.id, twin.name) }
  }
  if (form.get('act') === 'check') {
    const { field, id } = withCheck(placeOf(written, name)?.field ?? place.field)
    const to = urls.officeFormCheck(copy.id, name, id)
    return { ok: true, working: changeField(written, name, () => field), to }
  }
  const to = working.pages.find(({ id }) => id === form.get('page'))
  const next = to ? moved(written, name, to.id) : written
  const retired: Going = { what: 'options', id: name }
  const asks = placesOf(next, retired).length > 0
  return { ok: true, working: next, to: asks ? replacementAt(copy.id, retired) : back }
}

/** A question as it was written; what stands on no control stays as it was. */
function writtenField(before: WorkingField, form: FormBody): WorkingField {
  const settings = isFieldType(before.type) ? settingsOf[before.type] : []
  const { hint: _, required, sensitive: __, requiredWhen: ___, ...rest } = before
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !settings.some((one) => one === key)),
  )
  const hint = pairOrNone(form, 'hint')
  const isRequired = before.type === 'declaration' ? required : form.get('required') === 'yes' || undefined
  return {
    ...kept,
    name: before.name,
    type: before.type,
    label: pairIn(form, 'label'),
    ...(hint ? { hint } : {}),
    ...(isRequired ? { required: isRequired } : {}),
    ...(form.get('requiredWhen') ? { requiredWhen: form.get('requiredWhen') } : {}),
    ...(form.get('sensitive') === 'yes' ? { sensitive: true } : {}),
    ...Object.assign({}, ...settings.map((setting) => settingIn(form, before, setting))),
  }
}

const isAsked = (type: string) => type !== 'note' && type !== 'computed'
