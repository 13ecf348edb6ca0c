import { type FormText, textsOf, withEnglish } from '../../../forms/building/translating.ts'
import { Checkbox } from '../../../ui/fields/chosen.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { whereInWords } from './where-in-words.ts'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

const long = 60

/** Every text of the form in both languages: first what is missing or older than its Chinese, the rest folded. */
export async function TranslationTask(it: Making) {
  const { view } = it.c.var
  const t = view.m.translating
  const all = await textsOf(it.working)
  const of = (state: FormText['state']) => all.filter((one) => one.state === state)
  const [missing, stale, done] = [of('missing'), of('stale'), of('done')]
  return (
    <Part it={it} title={view.m.builder.task.translation}>
      <p class="lead">{all.length > 0 ? t.left(missing.length, stale.length) : t.none}</p>
      {all.length > 0 && (
        <p class="row">
          <a href={urls.officeFormTranslationTable(it.copy.id)}>{t.table.title}</a>
        </p>
      )}
      <PartForm it={it} action={urls.officeFormTranslation(it.copy.id)}>
        {[...missing, ...stale].map((text) => (
          <English it={it} text={text} hint={t.states[text.state]} />
        ))}
        {done.length > 0 && (
          <details open={missing.length + stale.length === 0 || view.words !== undefined}>
            <summary>{t.done(done.length)}</summary>
            <div class="pairs">
              {done.map((text) => (
                <English it={it} text={text} />
              ))}
            </div>
          </details>
        )}
        {all.length > 0 && <Submit>{view.m.common.save}</Submit>}
      </PartForm>
    </Part>
  )
}

/** The field for the English of a text, under its Chinese and where that stands. */
export function English({
  it: { c, working },
  text: { way, zh, en, state },
  hint,
  value = en,
}: {
  it: Making
  text: FormText
  hint?: string
  value?: string
}) {
  const { view } = c.var
  const said = [hint, whereInWords(view, working, way)].filter(Boolean).join(' · ')
  const field = { view, name: way, label: zh, hint: said, value }
  return (
    <>
      {zh.length > long ? <TextArea {...field} rows={3} /> : <TextField {...field} />}
      {state === 'stale' && value === en && <StillRight view={view} way={way} />}
    </>
  )
}

export function StillRight({ view, way, checked = false }: { view: View; way: string; checked?: boolean }) {
  const label = view.m.translating.stillRight
  return <Checkbox view={view} name={`still-${way}`} value="yes" label={label} checked={checked} />
}

export function takeTranslation({ copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const typed = form.names().filter((name) => !ours.test(name))
  const written = typed.map((way) => [way, form.line(`use-${way}`) || form.line(way)] as const)
  const lookedAt = typed.filter((way) => form.has(`still-${way}`))
  const next = withEnglish(working, Object.fromEntries(written), lookedAt)
  return { ok: true, working: next, to: savedAt(urls.officeFormTranslation(copy.id)) }
}

const ours = /^(?:still|use)-/
