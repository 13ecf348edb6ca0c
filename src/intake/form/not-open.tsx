import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { Page } from '../../ui/page.tsx'
import { Helplines } from '../../ui/parts.tsx'
import { urls } from '../../urls.ts'
import { SiteCodeField } from '../site-code-field.tsx'

/** A form or site that takes nothing any more (410), or that never was (404): with the ways that are open. */
export function elsewhere(c: Context<AppEnv>, why: 'closed' | 'unknownCode' | 'unknownForm') {
  const { view, rules } = c.var
  const words = view.m.intake[why]
  return c.html(
    <Page view={view} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      {why === 'unknownCode' && <SiteCodeField view={view} />}
      <p>
        <a class="button" href={urls.home}>
          {view.m.intake.closed.ways}
        </a>
      </p>
      <Helplines view={view} lines={rules.settings.helplines} />
    </Page>,
    why === 'closed' ? 410 : 404,
  )
}
