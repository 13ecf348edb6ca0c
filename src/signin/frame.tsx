import type { Child } from 'hono/jsx'
import { readsAnyCase, worksInOffice } from '../orgs/roles.ts'
import type { Staff } from '../orgs/staff.ts'
import { Page } from '../ui/page.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

/** A page of somebody who is signed in, with the ways to his work. */
export function AccountPage({
  view,
  staff,
  title,
  children,
}: {
  view: View
  staff: Staff
  title: string
  children?: Child
}) {
  const t = view.m.signin.account
  const nav = (
    <>
      {readsAnyCase(staff) && <a href={urls.desk}>{t.toDesk}</a>}
      {worksInOffice(staff) && <a href={urls.office}>{t.toOffice}</a>}
      <a href={urls.account} aria-current="page">
        {t.title}
      </a>
    </>
  )
  return (
    <Page view={view} title={title} nav={nav}>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}
