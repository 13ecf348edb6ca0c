import type { Definition } from '../../forms/definition.ts'
import { asksDanger } from '../../forms/meaning.ts'
import type { Room } from '../../forms/room.ts'
import type { Opened } from '../../forms/versions.ts'
import type { Rules } from '../../orgs/rules.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { ByEnter, Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Care, careFor } from '../../ui/helpline-card.tsx'
import { waitSeconds } from '../../ui/limiting.ts'
import { carriedForm, Page } from '../../ui/page.tsx'
import type { Asking } from '../../ui/questions/asking.ts'
import { Question } from '../../ui/questions/question.tsx'
import type { View } from '../../ui/view.ts'
import { type Kept, Later, ResumeNote } from '../paged/resume-note.tsx'
import { carriedAs } from './carrying.ts'
import { partsOf } from './form-parts.ts'
import { NoPlaceLeft } from './no-place-left.tsx'
import { Before } from './privacy-notice.tsx'
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
  /** Where there is no place left. */
  room: Room
}

/** Why a page is shown again although nothing is wrong with an answer. */
export type Again =
  | 'expired'
  | 'unknown'
  | 'trapped'
  | 'tooFast'
  | 'tooMany'
  | 'full'
  | 'fullKept'
  | 'failed'
  | 'noPlace'
  | 'changed'

/** Whether what was sent has to come once more as it is, files and all. */
export const isRefused = (again: Again | undefined) =>
  again === 'tooMany' || again === 'full' || again === 'failed'

/** The whole form on one page, empty or with what was typed before. */
export function FormPage({
  sheet,
  asking,
  again,
  kept = null,
  isForgotten = false,
}: {
  sheet: Sheet
  asking: Asking
  again?: Again | undefined
  /** Where what was typed lies by now. */
  kept?: Kept | null
  /** Somebody has deleted here what he filled in: a browser that goes back is not to remember it either. */
  isForgotten?: boolean
}) {
  const { view, rules, definition, action, token } = sheet
  const { locale, m } = view
  const { identity, consents } = partsOf(definition)
  const parts = partsToAsk(sheet)
  const title = definition.title[locale]
  // Whoever comes back has read it, and looks for what is wrong.
  const isFirst = asking.values.names().length === 0
  const wrong = Object.keys(asking.errors).length > 0
  const code = kept?.code ?? asking.values.get('resume')
  return (
    <Page
      view={view}
      worker
      title={wrong ? `${m.common.problem} · ${title}` : title}
      carries={carriedAs('edit', action)}
      counts
      refuses={isRefused(again) && !kept}
    >
      <ErrorSummary view={view} errors={asking.errors} />
      <AgainNotice view={view} again={again} />
      <h1>{title}</h1>
      <Where sheet={sheet} />
      <NoPlaceLeft sheet={sheet} />
      {isFirst && <p>{definition.intro[locale]}</p>}
      <FirstCare sheet={sheet} />
      {isFirst && <Before view={view} definition={definition} settings={rules.settings} />}
      <form
        id={carriedForm}
        method="post"
        action={action}
        novalidate
        data-keeps={title}
        autocomplete={isForgotten ? 'off' : undefined}
      >
        <Hidden name="token" value={token} />
        {code && <Hidden name="resume" value={code} />}
        <ByEnter name="step" value="check" />
        <Trap view={view} />
        {parts.map(({ id, page, fields }) => (
          <section>
            <h2 id={id}>{page.title[locale]}</h2>
            {page.intro && <p>{page.intro[locale]}</p>}
            {fields.map((field) => (
              <>
                <Question asking={asking} field={field} />
                {isCategory(definition, field.name) && <ChosenCare view={view} />}
              </>
            ))}
          </section>
        ))}
        <SendingChoices asking={asking} definition={definition} identity={identity} />
        {consents.map((field) => (
          <Question asking={asking} field={field} />
        ))}
        <Submit name="step" value="check">
          {m.intake.next}
        </Submit>
        <Later view={view} isNew={!code} />
      </form>
      {kept && <ResumeNote kept={kept} />}
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
export function Trap({ view }: { view: View }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="website">{view.m.intake.trap}</label>
      <input id="website" name="website" tabindex={-1} autocomplete="off" />
    </div>
  )
}

/** The employer that the site stands for and where it hangs; said once, so the form does not ask it again. */
export function Where({ sheet: { view, opened } }: { sheet: Sheet }) {
  if (!opened.site) return null
  const place = opened.site.place[view.locale]
  const employer = opened.enterprise?.name[view.locale]
  const isNamed = !employer || place.includes(employer)
  return <p class="quiet">{isNamed ? place : `${employer} · ${place}`}</p>
}

/** All parts but the question for the employer, where the site has answered it. */
function partsToAsk({ definition, opened }: Sheet) {
  const { parts } = partsOf(definition)
  if (!opened.enterprise) return parts
  return parts
    .map((part) => ({ ...part, fields: part.fields.filter((field) => field.type !== 'enterprise') }))
    .filter((part) => part.fields.length > 0)
}

/** Numbers before everything, where the whole form is about danger, or asks about it. */
export function FirstCare({ sheet: { view, definition } }: { sheet: Sheet }) {
  const { category } = definition
  const why =
    typeof category === 'string'
      ? careFor(category, category === 'safety' || asksDanger(definition))
      : careFor('other', asksDanger(definition))
  return why && <Care view={view} why={why} small />
}

/** Waits under the choice of a category until the worker chooses one of these. */
export function ChosenCare({ view }: { view: View }) {
  const then = view.m.intake.thenFill
  return (
    <>
      <Care view={view} why="mental" then={then} hidden />
      <Care view={view} why="harassment" then={then} hidden />
    </>
  )
}

export function isCategory({ category }: Definition, name: string): boolean {
  return typeof category === 'object' && category.from === name
}
