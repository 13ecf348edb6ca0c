import type { Context } from 'hono'
import { consentOf, standingOf } from '../../cases/consents.ts'
import { type CasePage as Loaded, loadForStaff } from '../../cases/loading.ts'
import { lookAtIdentity } from '../../cases/performing.ts'
import { referralsOf } from '../../cases/referrals.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import type { Staff } from '../../orgs/staff.ts'
import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, urls } from '../../urls.ts'
import { longest } from './read-act.ts'
import { ReferralPage, type Sheet } from './referral-page.tsx'

/** The sheet of the last referral, and who the worker is on it: for whoever hands it over, by a look each time. */
export const handingOver = staffFactory.createApp()

handingOver.get(patterns.deskReferral, async (c) => {
  const { view, staff } = c.var
  const subject = await loadForStaff(c.var, staff, c.req.param('id'))
  if (!subject) return problem(c, 'notFound')
  const sheet = await sheetOf(c, subject)
  if (!sheet) return c.redirect(urls.deskCase(subject.case.id), 303)
  return c.html(<ReferralPage view={view} staff={staff} sheet={sheet} />)
})

handingOver.post(patterns.deskReferralIdentity, async (c) => {
  const { view, staff } = c.var
  const subject = await loadForStaff(c.var, staff, c.req.param('id'))
  if (!subject) return problem(c, 'notFound')
  const sheet = await sheetOf(c, subject)
  if (!sheet) return c.redirect(urls.deskCase(subject.case.id), 303)
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const reason = form.get('reason')
  const again = (error: string | undefined, status: 403 | 422) =>
    c.html(<ReferralPage view={view} staff={staff} sheet={sheet} typed={reason} error={error} />, status)
  if (sheet.identity !== 'behind_reason') return again(undefined, 403)
  const { text: label } = view.m.desk.acts.look_at_identity
  if (!reason) return again(view.m.desk.fields.missing(label), 422)
  const most = longest('reason')
  if (!isWithin(reason, most)) return again(view.m.common.tooLong(label, most, lengthOf(reason)), 422)
  const looked = await lookAtIdentity(c.var, staff, subject, { reason, consentId: sheet.consent?.id })
  // It was taken back, or sealed, while he wrote why.
  if (!looked.ok) return c.redirect(urls.deskReferral(subject.case.id), 303)
  c.set('unkept', true)
  return c.html(<ReferralPage view={view} staff={staff} sheet={sheet} details={looked.details} />)
})

/** Null where nothing was referred, or its words are gone. */
async function sheetOf(c: Context<StaffEnv>, it: Loaded): Promise<Sheet | null> {
  const referral = (await referralsOf(c.var, it)).at(-1)
  if (!referral || it.case.state === 'archived') return null
  const consent = referral.consentId ? await consentOf(c.var, it, referral.consentId) : null
  return { it, referral, consent, identity: identityOn(it, { referral, consent }, c.var.staff) }
}

function identityOn(
  { case: it, isSealed }: Loaded,
  { referral, consent }: Pick<Sheet, 'referral' | 'consent'>,
  staff: Staff,
): Sheet['identity'] {
  if (!consent) return 'not_agreed'
  if (isSealed) return 'sealed'
  if (standingOf(consent) !== 'given') return 'withdrawn'
  if (it.state !== 'referred') return 'over'
  return referral.staffId === staff.id && it.handlerId === staff.id ? 'behind_reason' : 'not_yours'
}
