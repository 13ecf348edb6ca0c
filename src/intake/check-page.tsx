import type { Answers } from '../forms/answers.ts'
import { categoryOf, saysDanger } from '../forms/meaning.ts'
import { type Shown, showAnswers, showIdentity } from '../forms/showing.ts'
import { Hidden, Submit } from '../ui/fields.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { Care, careFor } from './care.tsx'
import type { Filled } from './filled.ts'
import { type Again, AgainNotice, type Sheet } from './form-page.tsx'
import { filingPart, partsOf } from './parts.ts'

/** Everything once more before it is sent. The answers travel as hidden fields; nothing is kept meanwhile. */
export function CheckPage({
  sheet,
  filled,
  carried,
  again,
}: {
  sheet: Sheet
  filled: Filled
  carried: [string, string][]
  again?: Again | undefined
}) {
  const { view, rules, definition, action, token } = sheet
  const words = view.m.intake.check
  const care = careFor(categoryOf(definition, filled.answers), saysDanger(definition, filled.answers))
  return (
    <Page view={view} title={words.title}>
      <AgainNotice view={view} again={again} />
      <h1>{words.title}</h1>
      {care && <Care view={view} settings={rules.settings} why={care} />}
      <p class="lead">{words.lead}</p>
      <form method="post" action={action}>
        <Hidden name="token" value={token} />
        {carried.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        {summaries(sheet, filled).map(({ id, title, rows }) => (
          <section class="checked">
            <div class="checked-head">
              <h2>{title}</h2>
              <button
                type="submit"
                class="link-button"
                name="step"
                value="edit"
                formaction={`${action}#${id}`}
              >
                {view.m.common.change}
                <span class="unseen">{words.changePart(title)}</span>
              </button>
            </div>
            <SummaryList rows={rows} />
          </section>
        ))}
        <Submit name="step" value="send">
          {words.send}
        </Submit>
      </form>
    </Page>
  )
}

function summaries({ view, definition }: Sheet, filled: Filled) {
  const { m } = view
  const { parts } = partsOf(definition)
  const shown = parts.map(({ id, section, fields }) => {
    const only = { ...definition, sections: [{ ...section, fields }] }
    const rows = rowsOf(view, only, filled.answers)
    const none = [{ label: section.title[view.locale], value: m.intake.check.nothing }]
    return { id, title: section.title[view.locale], rows: rows.length > 0 ? rows : none }
  })
  return [
    ...shown,
    { id: filingPart, title: m.intake.filing.title, rows: sendingRows(view, definition, filled) },
  ]
}

function rowsOf(view: View, definition: Sheet['definition'], answers: Answers): Shown[] {
  return showAnswers(definition, answers, view.locale, view.m.common).flatMap((section) => section.rows)
}

function sendingRows(view: View, definition: Sheet['definition'], filled: Filled) {
  const { filing, check } = view.m.intake
  const { mode, named, bypass, identity } = filled
  const asked = definition.modes.length > 1 && mode
  return [
    ...(asked ? [{ label: filing.mode, value: filing.modes[mode] }] : []),
    ...(named
      ? showIdentity(definition, identity, view.locale)
      : [{ label: filing.named, value: check.anonymous }]),
    { label: filing.bypass, value: bypass ? check.bypasses : check.notBypassed },
  ]
}
