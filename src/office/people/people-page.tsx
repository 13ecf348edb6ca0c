import { type Bilingual, type Role, roles } from '../../db/vocabulary.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Radios, Select } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { languageOptions } from '../../ui/languages.ts'
import { carriedForm } from '../../ui/page.tsx'
import { Empty, NextPage } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { OrgSelect } from '../org-select.tsx'
import type { Organisation } from '../scope.ts'

interface Listed {
  id: string
  name: string
  email: string
  active: boolean
  hasCome: number
  held: { role: Role; org: Bilingual }[]
}

interface Props {
  view: View
  staff: Staff
  people: Listed[]
  orgs: Organisation[]
  search: string
  /** Only those who have never come in. */
  waiting: boolean
  more: string | undefined
  invited: string | undefined
  errors: FieldErrors
  typed: FormBody
}

export function PeoplePage(props: Props) {
  const { view, staff, people, search, waiting, more, invited, errors } = props
  const t = view.m.office.staff
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={invited && t.invited(invited)} carries>
      <ErrorSummary view={view} errors={errors} />
      <form method="get" action={urls.officeStaff}>
        <TextField view={view} name="q" type="search" label={t.query} value={search} />
        {waiting && <Hidden name="show" value="waiting" />}
        <Submit quiet>{view.m.office.search}</Submit>
      </form>
      <p class="row">
        {waiting ? <a href={urls.officeStaff}>{t.showAll}</a> : <strong>{t.showAll}</strong>}
        {waiting ? (
          <strong>{t.showWaiting}</strong>
        ) : (
          <a href={urls.officeStaff + query({ show: 'waiting' })}>{t.showWaiting}</a>
        )}
      </p>
      {people.length === 0 && <Empty title={waiting && !search ? t.noneWaiting : t.none} />}
      <ul class="list">
        {people.map((it) => (
          <li>
            <a class="what" href={urls.officePerson(it.id)}>
              {it.name}
              {it.active ? '' : ` · ${t.inactive}`}
            </a>
            <span class="hint">{it.email}</span>
            {it.active && !it.hasCome && <strong>{t.notYet}</strong>}
            {it.held.map((one) => (
              <span class="hint">
                {view.m.words.roles[one.role]} · {one.org[view.locale]}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {more && <NextPage view={view} href={more} />}
      <Inviting {...props} />
    </OfficePage>
  )
}

function Inviting({ view, orgs, errors, typed }: Props) {
  const t = view.m.office.staff
  return (
    <>
      <h2>{t.invite}</h2>
      <p>{t.inviteHint}</p>
      <form id={carriedForm} method="post" action={urls.officeStaff} novalidate>
        <TextField view={view} name="name" label={t.name} value={typed.get('name')} error={errors.name} />
        <TextField
          view={view}
          name="email"
          type="email"
          label={t.email}
          value={typed.get('email')}
          error={errors.email}
        />
        <RoleSelect view={view} value={typed.get('role')} error={errors.role} />
        <OrgSelect view={view} orgs={orgs} value={typed.get('org')} error={errors.org} />
        <Radios
          view={view}
          name="locale"
          label={t.locale}
          value={typed.get('locale') || 'zh'}
          options={languageOptions}
        />
        <Submit>{t.send}</Submit>
      </form>
    </>
  )
}

export function RoleSelect({
  view,
  value,
  error,
}: {
  view: View
  value?: string
  error?: string | undefined
}) {
  const t = view.m.office.staff
  return (
    <Select
      view={view}
      name="role"
      label={t.role}
      value={value}
      error={error}
      empty={t.roleMissing}
      options={roles.map((role) => ({ value: role, label: view.m.words.roles[role] }))}
    />
  )
}
