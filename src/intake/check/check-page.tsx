import { categoryOf, saysDanger } from '../../forms/meaning.ts'
import { standingWith } from '../../forms/room.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Care, careFor } from '../../ui/helpline-card.tsx'
import { carriedForm, Page } from '../../ui/page.tsx'
import { Helplines, Notice, SummaryList } from '../../ui/parts.tsx'
import { type Destination, Goes } from '../destination.tsx'
import { carriedAs } from '../form/carrying.ts'
import { type Again, AgainNotice, isRefused, type Sheet } from '../form/form-page.tsx'
import type { Filled } from '../form/read-form.ts'
import { type Kept, ResumeNote } from '../paged/resume-note.tsx'
import { summariesOf } from './summaries.ts'

/** Everything once more before it is sent. Of a form of one page the answers travel along, whether or not they are kept. */
export function CheckPage({
  sheet,
  filled,
  carried,
  kept,
  goesTo,
  again,
  isPaged = false,
}: {
  sheet: Sheet
  filled: Filled
  carried: [string, string][]
  /** Where what was typed lies by now; null where it could not be kept. */
  kept: Kept | null
  goesTo: Destination | null
  again?: Again | undefined
  /** Each part is changed on a page of its own. */
  isPaged?: boolean
}) {
  const { view, rules, definition, action, token } = sheet
  const words = view.m.intake.check
  const { answers } = filled
  const waits = standingWith(sheet.room, { definition, answers, site: sheet.opened.site }) === 'waits'
  const care = careFor(categoryOf(definition, answers), saysDanger(definition, answers))
  return (
    <Page
      view={view}
      worker
      title={words.title}
      carries={carriedAs('check', action)}
      refuses={isRefused(again) && !kept}
    >
      <AgainNotice view={view} again={again === 'full' && kept ? 'fullKept' : again} />
      {again === 'full' && <Helplines view={view} lines={rules.settings.helplines} />}
      <h1>{words.title}</h1>
      {care && <Care view={view} why={care} then={words.thenSend} />}
      <p class="lead">{waits ? view.m.seats.lead : words.lead}</p>
      <form id={carriedForm} method="post" action={action} data-keeps={definition.title[view.locale]}>
        <Hidden name="token" value={token} />
        {carried.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        {summariesOf(sheet, filled).map(({ id, place, title, rows, isFixed }) => (
          <section class="checked">
            <div class="checked-head">
              <h2>{title}</h2>
              {!isFixed && (
                <button
                  type="submit"
                  class="link-button"
                  name="step"
                  value={isPaged ? `change-${place}` : 'edit'}
                  formaction={isPaged ? undefined : `${action}#${id}`}
                >
                  {view.m.common.change}
                  <span class="unseen">{words.changePart(title)}</span>
                </button>
              )}
            </div>
            <SummaryList rows={rows} />
          </section>
        ))}
        {waits && <Notice kind="warning">{view.m.seats.check}</Notice>}
        {waits && <Hidden name="wait" value="yes" />}
        {goesTo && <Goes view={view} settings={rules.settings} to={goesTo} isOpen />}
        <Submit name="step" value="send">
          {waits ? view.m.seats.send : words.send}
        </Submit>
      </form>
      {kept && <ResumeNote kept={kept} isOpen={again === 'full'} />}
    </Page>
  )
}
