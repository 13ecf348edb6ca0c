import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { bodyOf } from '../../ui/form-body.ts'
import { mayTry } from '../../ui/limiting.ts'
import { type Settled, settleEmployer } from '../form/employer.ts'
import type { Walk } from './walk.ts'

/** The page that asks which employer it is; none where the site or the form says so. */
export function employerPage({ progress }: Pick<Walk, 'progress'>): string | undefined {
  return progress.definition.pages.find(({ fields }) => fields.some(({ type }) => type === 'enterprise'))?.id
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
