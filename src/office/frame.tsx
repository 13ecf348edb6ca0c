import type { Child } from 'hono/jsx'
import { readsAnyCase } from '../orgs/roles.ts'
import type { Staff } from '../orgs/staff.ts'
import { Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

interface Props {
  view: View
  staff: Staff
  title: string
  /** Says that what was just sent has been done. */
  done?: string | undefined
  /** That the page has a form whose words its switches carry. */
  carries?: boolean
  children?: Child
}

/** A page of the office: the ways back, the title, and what was just done. */
export function OfficePage({ view, staff, title, done, carries, children }: Props) {
  const t = view.m.office.nav
  const here = view.here?.pathname === urls.office
  const nav = (
    <>
      <a href={urls.office} aria-current={here ? 'page' : undefined}>
        {t.office}
      </a>
      {readsAnyCase(staff) && <a href={urls.desk}>{t.desk}</a>}
      <a href={urls.account}>{t.account}</a>
    </>
  )
  return (
    <Page view={view} title={title} nav={nav} wide carries={carries}>
      <h1>{title}</h1>
      {done && <Notice kind="good" title={done} />}
      {children}
    </Page>
  )
}
