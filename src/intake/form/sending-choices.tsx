import type { Definition } from '../../forms/definition.ts'
import type { Question as Asked } from '../../forms/fields.ts'
import { Checkbox, Radios } from '../../ui/fields/chosen.tsx'
import type { Asking } from '../../ui/questions/asking.ts'
import { Question } from '../../ui/questions/question.tsx'
import { filingPart, filingTitle } from './form-parts.ts'
import { offersBypass, offersSeal } from './read-form.ts'

/** How to send it: complaint or report, with a name or without, past one's own unit or not. */
export function SendingChoices({
  asking,
  definition,
  identity,
  isTitled = true,
}: {
  asking: Asking
  definition: Definition
  identity: Asked[]
  /** Whether it stands among other parts of a page. */
  isTitled?: boolean
}) {
  const { view, values, errors } = asking
  const words = view.m.intake.filing
  return (
    <section>
      {isTitled && <h2 id={filingPart}>{filingTitle(view, definition)}</h2>}
      {definition.modes.length > 1 && (
        <Radios
          view={view}
          name="mode"
          label={words.mode}
          value={values.get('mode')}
          error={errors.mode}
          options={definition.modes.map((mode) => ({
            value: mode,
            label: words.modes[mode],
            hint: words.modeHints[mode],
          }))}
        />
      )}
      {definition.allowAnonymous && (
        <Radios
          view={view}
          name="named"
          label={words.named}
          value={values.get('named')}
          error={errors.named}
          options={[
            { value: 'no', label: words.no, hint: words.noHint },
            { value: 'yes', label: words.yes, hint: words.yesHints[sealingOf(definition)] },
          ]}
        />
      )}
      <div class="identity">
        {identity.map((field) => (
          <Question asking={asking} field={field} />
        ))}
        <Sealing asking={asking} definition={definition} />
      </div>
      {offersBypass(definition) && (
        <Checkbox
          view={view}
          name="bypass"
          label={words.bypass}
          hint={words.bypassHint}
          checked={values.get('bypass') === 'yes'}
        />
      )}
    </section>
  )
}

/** What opens his name; before he leaves one, he reads what a lost receipt costs. */
function Sealing({ asking: { view, values }, definition }: { asking: Asking; definition: Definition }) {
  const words = view.m.intake.filing
  const by = sealingOf(definition)
  if (by === 'sealed') return <p class="hint">{words.sealedReport(words.sealHint)}</p>
  if (by === 'open') return null
  const also = definition.modes.includes('report') ? words.sealedInReports : ''
  return (
    <Checkbox
      view={view}
      name="seal"
      label={words.seal}
      hint={words.sealHint + also}
      checked={values.get('seal') === 'yes'}
    />
  )
}

/** Whether a name is sealed by this form, is so where he chooses it, or never. */
function sealingOf(definition: Definition): 'sealed' | 'chosen' | 'open' {
  if (definition.modes.every((mode) => mode === 'report')) return 'sealed'
  return offersSeal(definition) ? 'chosen' : 'open'
}
