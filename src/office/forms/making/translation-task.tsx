import { workingFrom } from '../../../forms/building/working.ts'
import { isObject, type Json } from '../../../forms/json.ts'
import { storedFrom } from '../../../forms/stored-shape.ts'
import { writtenFrom } from '../../../forms/written-shape.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

const long = 60

/** Every text of the form in both languages, side by side, in the order in which it is read. */
export function TranslationTask(it: Making) {
  const { view } = it.c.var
  const t = view.m.builder
  const all = textsOf(it.working)
  return (
    <Part it={it} title={t.task.translation}>
      <p class="lead">{all.length > 0 ? t.translation.lead : t.translation.none}</p>
      <PartForm it={it} action={urls.officeFormTranslation(it.copy.id)}>
        {all.map(({ way, zh, en }) => {
          const field = {
            view,
            name: way,
            label: zh,
            hint: en === '' ? t.translation.missing : undefined,
            value: en,
          }
          return zh.length > long ? <TextArea {...field} rows={3} /> : <TextField {...field} />
        })}
        {all.length > 0 && <Submit>{view.m.common.save}</Submit>}
      </PartForm>
    </Part>
  )
}

export function takeTranslation({ copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const stored = storedFrom(working)
  const { zh, en } = isObject(stored.texts) ? stored.texts : {}
  const before = isObject(en) ? en : {}
  const ways = Object.keys(isObject(zh) ? zh : {}).filter((way) => form.has(way))
  const written = Object.fromEntries(ways.map((way) => [way, form.get(way)]))
  const next = writtenFrom({ ...stored, texts: { zh, en: { ...before, ...written } } })
  return { ok: true, working: workingFrom(next), to: savedAt(urls.officeForm(copy.id)) }
}

function textsOf(working: Json): { way: string; zh: string; en: string }[] {
  const { texts } = storedFrom(working)
  const { zh, en } = isObject(texts) ? texts : {}
  const english = isObject(en) ? en : {}
  return Object.entries(isObject(zh) ? zh : {})
    .map(([way, words]) => ({ way, zh: String(words), en: String(english[way] ?? '') }))
    .filter((one) => one.zh !== '')
}
