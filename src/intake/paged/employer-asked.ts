import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { mayTry } from '../../ui/limiting.ts'
import { type Settled, settleEmployer } from '../form/employer.ts'
import { bodyOf } from './page-words.ts'
import type { Walk } from './walk.ts'

/** Whether a place asks which employer it is. */
export function asksEmployer({ progress }: Pick<Walk, 'progress'>, place: string): boolean {
  const page = progress.definition.pages.find(({ id }) => id === place)
  return page?.fields.some(({ type }) => type === 'enterprise') ?? false
}

/** The employer whom he named, as the register has it. */
export function settledIn(c: Context<AppEnv>, { sheet, draft, filled }: Walk): Promise<Settled> {
  const { definition, opened, view } = sheet
  return settleEmployer(
    c.var.db,
    { definition, enterprise: opened.enterprise },
    { answers: filled.answers, posted: bodyOf(draft.entries), locale: view.locale },
    () => mayTry(c, c.env.limits.searching),
  )
}
