import { workingFrom } from '../../../forms/building/working.ts'
import type { Problem } from '../../../forms/faults.ts'
import { isObject } from '../../../forms/json.ts'
import { readJson } from '../../../forms/reading-json.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextArea } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { faultInWords, noJsonInWords } from '../fault-in-words.ts'
import { standingOf } from './tasks.ts'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

/** The whole form as a text, for what has no page of its own, and for whoever brings one along. */
export function TextTask(it: Making) {
  const { view } = it.c.var
  const t = view.m.office.forms
  // Of what each translation was made is known here, and not to be told.
  const { translated, ...shown } = it.copy.definition
  return (
    <Part it={it} title={view.m.builder.task.text}>
      <PartForm it={it} action={urls.officeFormText(it.copy.id)}>
        <TextArea
          view={view}
          name="json"
          label={t.json}
          rows={20}
          broad
          value={JSON.stringify(shown, null, 2)}
          error={it.errors.json}
        />
        <Submit>{view.m.common.save}</Submit>
      </PartForm>
    </Part>
  )
}

export function takeText({ c, copy }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const read = definitionIn(c.var.view, form.get('json'))
  if ('error' in read) return { ok: false, errors: { json: read.error } }
  const { translated } = copy.definition
  return {
    ok: true,
    working: workingFrom({ ...read.definition, translated }),
    to: savedAt(urls.officeForm(copy.id)),
  }
}

/** A definition that was pasted; nothing of it may be wrong, for nobody would find it again. */
export function definitionIn(
  view: View,
  json: string,
): { definition: Record<string, unknown> } | { error: string } {
  const { forms: t } = view.m.office
  const read = readJson(json)
  if (!read.ok) return { error: noJsonInWords(t, read) }
  const { translated, ...definition } = isObject(read.value) ? read.value : {}
  const problems = standingOf({ definition }).open.publish
  return problems.length > 0 ? { error: inLines(view, problems) } : { definition }
}

/** The first of what is wrong, a line each. */
export function inLines(view: View, problems: readonly Problem[]): string {
  return problems
    .slice(0, 8)
    .map((it) => faultInWords(view.m.office.forms, it))
    .join('\n')
}
