import * as v from 'valibot'
import type { Category } from '../db/vocabulary.ts'
import type { Answers } from '../forms/answers.ts'
import { definitionSchema } from '../forms/definition.ts'
import { saysDanger } from '../forms/meaning.ts'
import { contactDue } from './clocks.ts'
import type { CasePage } from './loading.ts'
import type { Scene } from './moving.ts'
import { nobodyAlarm, urgentNotices } from './notices.ts'
import { dangerOf } from './routing.ts'

/**
 * What a new category adds to a case that is dangerous by it and was not before: the worker is to be met
 * within two hours from now, and whoever has the case then is told at once. Null where nothing changes.
 */
export function endangered({ db, rules, now }: Scene, subject: CasePage, category: Category) {
  const it = subject.case
  if (it.danger || !dangerOf(category, said(subject))) return null
  const within = contactDue(true, rules.settings, now)
  return {
    changes: { danger: true, contactDueAt: within < it.contactDueAt ? within : it.contactDueAt },
    after: [urgentNotices(db, it.id, 'danger', now), nobodyAlarm(db, it.id, now)],
  }
}

/** What the worker answered about danger when he filed. */
function said({ definition, submission }: CasePage): boolean | undefined {
  const form = v.safeParse(definitionSchema, definition)
  return form.success ? saysDanger(form.output, submission.answers as Answers) : undefined
}
