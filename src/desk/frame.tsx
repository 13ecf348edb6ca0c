import type { Child } from 'hono/jsx'
import { readsAnyCase, worksInOffice } from '../orgs/roles.ts'
import type { Staff } from '../orgs/staff.ts'
import { Page } from '../ui/page.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

type Place = 'work' | 'cases'

interface Props {
  view: View
  staff: Staff
  title: string
  /** Where this page is in the navigation. */
  at?: Place
  /** That the page has a form whose words its switches carry. */
  carries?: boolean
  children?: Child
}

/**
 * The frame of the desk's pages: the ways a cadre goes, and the script that keeps what he writes. The form
 * to sign out names him, so that the script meets no drafts of others, and drops his own when he leaves.
 */
export function DeskPage({ view, staff, title, at, carries, children }: Props) {
  return (
    <Page
      view={view}
      title={title}
      nav={<Ways view={view} staff={staff} at={at} />}
      carries={carries}
      enhanced
      wide
      counts
    >
      {children}
    </Page>
  )
}

function Ways({ view, staff, at }: { view: View; staff: Staff; at: Place | undefined }) {
  const t = view.m.desk.nav
  const ways: { href: string; text: string; here?: boolean }[] = []
  if (readsAnyCase(staff)) {
    ways.push({ href: urls.desk, text: t.work, here: at === 'work' })
    ways.push({ href: urls.deskCases, text: t.cases, here: at === 'cases' })
  }
  if (worksInOffice(staff)) ways.push({ href: urls.office, text: t.office })
  ways.push({ href: urls.account, text: t.account })
  return (
    <>
      {ways.map((way) => (
        <a href={way.href} aria-current={way.here ? 'page' : undefined}>
          {way.text}
        </a>
      ))}
      <form method="post" action={urls.signInExit} data-desk={staff.id}>
        <button type="submit">{t.signOut}</button>
      </form>
    </>
  )
}
