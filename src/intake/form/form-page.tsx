import type { Definition } from '../../forms/definition.ts'
import { asksDanger } from '../../forms/meaning.ts'
import type { Opened } from '../../forms/versions.ts'
import type { Rules } from '../../orgs/rules.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { waitSeconds } from '../../ui/limiting.ts'
import { carriedForm, Page } from '../../ui/page.tsx'
import { SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { carriedAs } from './carrying.ts'
import { partsOf } from './form-parts.ts'
import { Care, careFor } from './helpline-warning.tsx'
import { Before } from './privacy-notice.tsx'
import { type Asking, Question } from './question.tsx'
import { SendingChoices } from './sending-choices.tsx'

/** A form at one address, for one reader. */
export interface Sheet {
  view: View
  rules: Rules
  opened: Opened
  /** The version this worker began with; usually the current one. */
  definition: Definition
  /** Where the form is posted. */
  action: string
  token: string
}

/** Why a page is shown again although nothing is wrong with an answer. */
export type Again = 'expired' | 'unknown' | 'trapped' | 'tooFast' | 'tooMany' | 'full' | 'failed'

/** The whole form on one page, empty or with what was typed before. */
export function FormPage({
  sheet,
  asking,
  again,
}: {
  sheet: Sheet
  asking: Asking
  again?: Again | undefined
}) {
  const { view, rules, opened, definition, action, token } = sheet
  const { locale, m } = view
  const { parts, identity, consents } = partsOf(definition)
  const title = definition.title[locale]
  // Whoever comes back has read it, and looks for what is wrong.
  const isFirst = asking.values.names().length === 0
  const wrong = Object.keys(asking.errors).length > 0
  return (
    <Page
      view={view}
      title={wrong ? `${m.common.problem} · ${title}` : title}
      carries={carriedAs('edit', action)}
    >
      <ErrorSummary view={view} errors={asking.errors} />
      <AgainNotice view={view} again={again} />
      <h1>{title}</h1>
      <Where sheet={sheet} />
      {isFirst && <p class="lead">{definition.intro[locale]}</p>}
      <FirstCare sheet={sheet} />
      {isFirst && <Before view={view} definition={definition} settings={rules.settings} />}
      <form id={carriedForm} method="post" action={action} novalidate>
        <Hidden name="token" value={token} />
        <Trap view={view} />
        {parts.map(({ id, section, fields }) => (
          <section>
            <h2 id={id}>{section.title[locale]}</h2>
            {section.intro && <p>{section.intro[locale]}</p>}
            {fields.map((field) =>
              field.type === 'enterprise' && opened.enterprise ? (
                <SummaryList
                  rows={[{ label: m.intake.employer.fixed, value: opened.enterprise.name[locale] }]}
                />
              ) : (
                <>
                  <Question asking={asking} field={field} />
                  {isCategory(definition, field.name) && <ChosenCare sheet={sheet} />}
                </>
              ),
            )}
          </section>
        ))}
        <SendingChoices asking={asking} definition={definition} identity={identity} />
        {consents.map((field) => (
          <Question asking={asking} field={field} />
        ))}
        <Submit name="step" value="check">
          {m.intake.next}
        </Submit>
      </form>
    </Page>
  )
}

/** Something happened to what was sent; the answers are still on the page. */
export function AgainNotice({ view, again }: { view: View; again: Again | undefined }) {
  if (!again) return null
  const words = view.m.intake.again
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <h2>{words[`${again}Title`]}</h2>
      <p>{again === 'tooMany' ? words.tooMany(waitSeconds) : words[again]}</p>
    </div>
  )
}

/** A field that people neither see nor reach; what fills it in is a machine. */
function Trap({ view }: { view: View }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="website">{view.m.intake.trap}</label>
      <input id="website" name="website" tabindex={-1} autocomplete="off" />
    </div>
  )
}

function Where({ sheet: { view, opened } }: { sheet: Sheet }) {
  const { locale, m } = view
  if (!opened.site) return null
  const place = opened.site.place[locale]
  return (
    <p class="quiet">
      {m.intake.at(opened.enterprise ? `${opened.enterprise.name[locale]} ${place}` : place)}
    </p>
  )
}

/** Numbers before everything, where the whole form is about danger, or asks about it. */
function FirstCare({ sheet: { view, rules, definition } }: { sheet: Sheet }) {
  const { category } = definition
  const why =
    typeof category === 'string'
      ? careFor(category, category === 'safety' || asksDanger(definition))
      : careFor('other', asksDanger(definition))
  return why && <Care view={view} settings={rules.settings} why={why} />
}

/** Waits under the choice of a category until the worker chooses one of these. */
function ChosenCare({ sheet: { view, rules } }: { sheet: Sheet }) {
  return (
    <>
      <Care view={view} settings={rules.settings} why="mental" hidden />
      <Care view={view} settings={rules.settings} why="harassment" hidden />
    </>
  )
}

function isCategory({ category }: Definition, name: string): boolean {
  return typeof category === 'object' && category.from === name
}
