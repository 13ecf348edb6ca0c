import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import type { Settings } from '../orgs/settings.ts'
import { secondsOfDayLeft } from '../orgs/zone.ts'
import { Helplines } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'

/** First on the page of a worker whose day is full: when it goes on, and whom he can call until then. */
export function TooOften({ view, settings }: { view: View; settings: Settings }) {
  const words = view.m.follow.errors
  return (
    <>
      <div class="summary" role="alert" tabindex={-1} autofocus>
        <h2>{words.tooOftenTitle}</h2>
        <p>{words.tooOften}</p>
      </div>
      <Helplines view={view} lines={settings.helplines} />
    </>
  )
}

/** Tells machines the same. */
export function askUntilTomorrow(c: Context<AppEnv>): void {
  c.header('Retry-After', String(secondsOfDayLeft(c.var.view.zone, c.var.now)))
}
