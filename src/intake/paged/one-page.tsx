import type { Child } from 'hono/jsx'
import { askedOn } from '../../forms/checked-answers.ts'
import { type FormPage, pageNamed } from '../../forms/definition.ts'
import { fileQuestionOn } from '../../forms/file-questions.ts'
import { logicOf } from '../../forms/logic/evaluating.ts'
import { ownFields, placeBefore } from '../../forms/stepping.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { ByEnter, Hidden, Submit } from '../../ui/fields/sending.tsx'
import { carriedForm, Page } from '../../ui/page.tsx'
import type { Asking } from '../../ui/questions/asking.ts'
import { Question } from '../../ui/questions/question.tsx'
import { urls } from '../../urls.ts'
import { carriedAs } from '../form/carrying.ts'
import {
  type Again,
  AgainNotice,
  ChosenCare,
  FirstCare,
  isCategory,
  isRefused,
  Trap,
  Where,
} from '../form/form-page.tsx'
import { filingTitle, onPath, partsOf } from '../form/form-parts.ts'
import { NoPlaceLeft } from '../form/no-place-left.tsx'
import { Before } from '../form/privacy-notice.tsx'
import { SendingChoices } from '../form/sending-choices.tsx'
import { EachOfSeveral } from './each-of-several.tsx'
import { ResumeNote } from './resume-note.tsx'
import { keptIn, type Walk } from './walk.ts'

interface Props {
  walk: Walk
  /** The page by its id, or `filing`. */
  place: string
  asking: Asking
  again?: Again | undefined
  /** Somebody has deleted here what he filled in: a browser that goes back is not to remember it either. */
  isForgotten: boolean
}

/** One page of a form that asks a page at a time, empty or with what was typed before. */
export function OnePage({ walk, place, asking, again, isForgotten }: Props) {
  const { sheet, progress } = walk
  const { view, definition, action } = sheet
  const kept = keptIn(walk)
  const { m, locale } = view
  const page = pageNamed(definition, place)
  const isFirst = placeBefore(progress, place) === null
  const title = page ? page.title[locale] : filingTitle(view, definition)
  const wrong = Object.keys(asking.errors).length > 0
  const whole = definition.title[locale]
  return (
    <Page
      view={view}
      worker
      title={wrong ? `${m.common.problem} · ${title}` : `${title} · ${whole}`}
      carries={carriedAs('edit', action)}
      counts
      refuses={isRefused(again)}
    >
      <ErrorSummary view={view} errors={asking.errors} />
      <AgainNotice view={view} again={again} />
      {isFirst ? <Beginning walk={walk} /> : <p class="quiet">{whole}</p>}
      <form
        id={carriedForm}
        method="post"
        action={action}
        enctype={fileQuestionOn(definition, place) ? 'multipart/form-data' : undefined}
        novalidate
        data-keeps={whole}
        autocomplete={isForgotten ? 'off' : undefined}
      >
        <Carried walk={walk} place={place} />
        {page?.kind !== 'exit' && <ByEnter name="step" value="next" />}
        <Trap view={view} />
        <section>
          {isFirst ? <h2>{title}</h2> : <h1>{title}</h1>}
          {page?.intro && <p class="lead">{page.intro[locale]}</p>}
          {page ? (
            <Questions walk={walk} page={page} asking={asking} />
          ) : (
            <Filing walk={walk} asking={asking} />
          )}
        </section>
        {page?.kind === 'exit' ? (
          <a class="button wide" href={urls.home}>
            {m.intake.closed.ways}
          </a>
        ) : (
          <Submit name="step" value="next">
            {place === 'filing' ? m.intake.next : m.intake.paged.next}
          </Submit>
        )}
        <Ways walk={walk} isFirst={isFirst} isEnd={page?.kind === 'exit'} />
      </form>
      {kept && <ResumeNote kept={kept} />}
    </Page>
  )
}

/** What goes along with each page of the form, beside its token. */
export function carriedAt({ code }: Pick<Walk, 'code'>, place: string): [string, string][] {
  return [['page', place], ...(code ? [['resume', code] as [string, string]] : [])]
}

/** The same as controls. */
export function Carried({ walk, place }: { walk: Pick<Walk, 'sheet' | 'code'>; place: string }) {
  return (
    <>
      <Hidden name="token" value={walk.sheet.token} />
      {carriedAt(walk, place).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
    </>
  )
}

function Beginning({ walk: { sheet, draft, code } }: { walk: Walk }) {
  const { view, rules, definition } = sheet
  // Whoever comes back has read it.
  const isNew = code === null && draft.entries.length === 0
  return (
    <>
      <h1>{definition.title[view.locale]}</h1>
      <Where sheet={sheet} />
      <NoPlaceLeft sheet={sheet} />
      {isNew && <p>{definition.intro[view.locale]}</p>}
      <FirstCare sheet={sheet} />
      {isNew && <Before view={view} definition={definition} settings={rules.settings} />}
    </>
  )
}

function Questions({ walk, page, asking }: { walk: Walk; page: FormPage; asking: Asking }) {
  if (page.entries) return <EachOfSeveral page={page} entries={page.entries} asking={asking} />
  const { sheet, progress, filled } = walk
  const own = ownFields(pageNamed(progress.definition, page.id) ?? page)
  const logic = logicOf({ definition: sheet.definition, answers: filled.answers, today: walk.today })
  const asked = askedOn(own, logic)
  return (
    <>
      {asked.map((field) => (
        <>
          <Question asking={asking} field={field} />
          {isCategory(sheet.definition, field.name) && <ChosenCare view={sheet.view} />}
        </>
      ))}
    </>
  )
}

function Filing({ walk: { sheet, filled }, asking }: { walk: Walk; asking: Asking }) {
  const { identity, consents } = partsOf(onPath(sheet.definition, filled.path))
  return (
    <>
      <SendingChoices asking={asking} definition={sheet.definition} identity={identity} isTitled={false} />
      {consents.map((field) => (
        <Question asking={asking} field={field} />
      ))}
    </>
  )
}

/** Back, and away for now: both keep what stands on the page. Whoever begins may have begun elsewhere. */
function Ways({ walk, isFirst, isEnd }: { walk: Walk; isFirst: boolean; isEnd: boolean }) {
  const words = walk.sheet.view.m.intake.paged
  return (
    <p class="row">
      {!isFirst && <Way step="back">{words.back}</Way>}
      {!isEnd && <Way step="keep">{words.keep}</Way>}
      {walk.code === null && <a href={urls.resume}>{words.resumeTitle}</a>}
    </p>
  )
}

function Way({ step, children }: { step: string; children: Child }) {
  return (
    <button type="submit" class="link-button" name="step" value={step}>
      {children}
    </button>
  )
}
