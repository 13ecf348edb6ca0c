import type { Staff } from '../orgs/staff.ts'
import type { CaseForStaff } from './access.ts'
import { deadlineFor, extensionAtMostDays } from './clocks.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import type { Step } from './triaging.ts'

/**
 * The chair extends the time once, by 30 days at most and never past 60 + 30 days from acceptance
 * (信访工作条例 34), with a reason the worker reads. `invalid`: a number out of range, or no day to gain.
 */
export async function extend(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Step & { days?: number | undefined },
): Promise<Outcome> {
  const { days = extensionAtMostDays, turn, reason } = input
  const it = subject.case
  if (!Number.isInteger(days) || days < 1 || days > extensionAtMostDays) return { ok: false, why: 'invalid' }
  const { dueAt } = deadlineFor('extension', { ...it, extensionDays: days }, scene.rules, scene.now)
  if (it.dueAt && dueAt <= it.dueAt) return { ok: false, why: 'invalid' }
  const changes = { extended: true, extensionDays: days }
  return move(scene, { action: 'extend', subject, actor: { kind: 'staff', staff }, turn, reason, changes })
}
