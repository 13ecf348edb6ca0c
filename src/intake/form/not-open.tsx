import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { Shut } from '../../forms/opening.ts'
import { formatDay } from '../../i18n/dates.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Typed } from '../../ui/fields/unsaved.tsx'
import { Page } from '../../ui/page.tsx'
import { Helplines } from '../../ui/parts.tsx'
import { siteCodeGroups } from '../../ui/site-code.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { SiteCodeField } from '../site-code-field.tsx'

type Why = Shut | { why: 'full' | 'unknownCode' | 'unknownForm' }

/** A form or site that takes nothing any more (410), has no place left (409), takes nothing yet, or never was (404). */
export function elsewhere(c: Context<AppEnv>, why: Why) {
  const { view, rules } = c.var
  return c.html(<NotOpenPage view={view} settings={rules.settings} shut={why} />, statusOf(why))
}

function statusOf({ why }: Why): 404 | 409 | 410 {
  if (why === 'full') return 409
  return why === 'closed' || why === 'over' || why === 'replaced' ? 410 : 404
}

interface Props {
  view: View
  settings: Settings
  shut: Why
  /** What somebody had written when it was closed. */
  typed?: string[]
}

/** Says so, with the ways that are open, and gives back what was written. */
export function NotOpenPage({ view, settings, shut, typed = [] }: Props) {
  const { title, text } = wordsOf(view, shut)
  const isLast = shut.why !== 'replaced'
  return (
    <Page view={view} worker title={title}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {shut.why === 'unknownCode' && <SiteCodeField view={view} />}
      {shut.why === 'replaced' && <Successor view={view} code={shut.code} />}
      <Typed view={view} texts={typed} />
      <p class={isLast ? undefined : 'row'}>
        <a class={isLast ? 'button' : undefined} href={urls.home}>
          {view.m.intake.closed.ways}
        </a>
      </p>
      <Helplines view={view} lines={settings.helplines} />
    </Page>
  )
}

/** The code that hangs there now. Whoever tore the old one down may have put up his own, so it is spelt out. */
function Successor({ view, code }: { view: View; code: string }) {
  const { goOn, compare } = view.m.intake.replaced
  return (
    <>
      <p>
        <a class="button" href={urls.site(code)}>
          {goOn}
        </a>
      </p>
      <p class="hint">{compare(siteCodeGroups(code))}</p>
    </>
  )
}

function wordsOf({ m, locale, zone }: View, shut: Why): { title: string; text: string } {
  if (shut.why === 'full') return m.seats.none
  if (shut.why !== 'notYet') return m.intake[shut.why]
  const { title, text } = m.intake.notYet
  return { title, text: text(formatDay(locale, zone, shut.from)) }
}
