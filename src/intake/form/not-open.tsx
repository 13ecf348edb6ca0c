import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Typed } from '../../ui/fields/unsaved.tsx'
import { Page } from '../../ui/page.tsx'
import { Helplines } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { SiteCodeField } from '../site-code-field.tsx'

type Why = 'closed' | 'unknownCode' | 'unknownForm'

/** A form or site that takes nothing any more (410), or that never was (404). */
export function elsewhere(c: Context<AppEnv>, why: Why) {
  const { view, rules } = c.var
  return c.html(<NotOpenPage view={view} settings={rules.settings} why={why} />, why === 'closed' ? 410 : 404)
}

interface Props {
  view: View
  settings: Settings
  why: Why
  /** What somebody had written when it was closed. */
  typed?: string[]
}

/** Says so, with the ways that are open, and gives back what was written. */
export function NotOpenPage({ view, settings, why, typed = [] }: Props) {
  const words = view.m.intake[why]
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      {why === 'unknownCode' && <SiteCodeField view={view} />}
      <Typed view={view} texts={typed} />
      <p>
        <a class="button" href={urls.home}>
          {view.m.intake.closed.ways}
        </a>
      </p>
      <Helplines view={view} lines={settings.helplines} />
    </Page>
  )
}
