import type { lastTest } from '../../mails/sending-test.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { Moment, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { NotSent } from './not-sent.tsx'

interface Props {
  view: View
  staff: Staff
  test: Awaited<ReturnType<typeof lastTest>>
}

/** Whether mail goes out: a button that tries it, and what came of it. */
export function Trying({ view, staff, test }: Props) {
  const t = view.m.office.mail
  return (
    <>
      <h2>{t.testTitle}</h2>
      {test && <Outcome view={view} test={test} />}
      <p class="hint">{t.testHint(staff.email)}</p>
      <form method="post" action={urls.officeTestMail}>
        <Submit quiet={test?.status === 'sent'}>{t.test}</Submit>
      </form>
    </>
  )
}

function Outcome({ view, test }: { view: View; test: NonNullable<Props['test']> }) {
  const t = view.m.office.mail
  const at = (
    <p class="hint">
      <Moment view={view} at={test.at} />
    </p>
  )
  if (test.status === 'sent')
    return (
      <Notice kind="good" title={t.testSent(test.address)}>
        {at}
      </Notice>
    )
  return (
    <Notice kind="warning" title={test.error ? t.testFailed : t.statuses[test.status]}>
      {test.error && <NotSent view={view} error={test.error} />}
      {test.status === 'pending' && <p>{t.testRetried}</p>}
      {at}
    </Notice>
  )
}
