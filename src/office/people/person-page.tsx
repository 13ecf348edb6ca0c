import type { Child } from 'hono/jsx'
import type { Category } from '../../db/vocabulary.ts'
import type { Granted } from '../../orgs/granting.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { OrgSelect } from '../org-select.tsx'
import type { Organisation } from '../scope.ts'
import { RoleSelect } from './people-page.tsx'
import type { Loaded } from './person-routes.tsx'

interface Props {
  view: View
  staff: Staff
  person: Loaded
  orgs: Organisation[]
  strict: Category[]
  may: { manage: boolean; revoke: (orgPath: string) => boolean }
  done: boolean
  refused: Exclude<Granted, 'done'> | undefined
}

export function PersonPage(props: Props) {
  const { view, staff, person, orgs, may, done, refused } = props
  const { office } = view.m
  const t = office.staff
  const himself = staff.id === person.id
  return (
    <OfficePage view={view} staff={staff} title={person.name} done={done ? t.done : undefined}>
      {refused && <Notice kind="warning" title={office.refused[refused]} />}
      {himself && <Notice title={t.himself} />}
      <p>
        {person.email}
        {person.active ? '' : ` · ${t.inactive}`}
      </p>
      <Roles {...props} />
      {!himself && person.active && (
        <>
          <h2>{t.grantTitle}</h2>
          <form method="post" action={urls.officePerson(person.id)}>
            <Hidden name="act" value="grant" />
            <RoleSelect view={view} />
            <OrgSelect view={view} orgs={orgs} />
            <Submit>{t.grant}</Submit>
          </form>
        </>
      )}
      {may.manage && (
        <>
          <Nominations {...props} />
          <h2>{t.closeTitle}</h2>
          <p class="hint">{t.resetHint}</p>
          <Act person={person} act="reset">
            {t.reset}
          </Act>
          <Act person={person} act={person.active ? 'deactivate' : 'activate'}>
            {person.active ? t.deactivate : t.activate}
          </Act>
        </>
      )}
    </OfficePage>
  )
}

function Roles({ view, person, may }: Props) {
  const t = view.m.office.staff
  return (
    <>
      <h2>{t.roles}</h2>
      {person.grants.length === 0 && <p>{t.noRoles}</p>}
      <ul class="list">
        {person.grants.map((it) => (
          <li>
            <strong>{view.m.words.roles[it.role]}</strong> · {it.org[view.locale]}
            {may.revoke(it.orgPath) && (
              <Act person={person} act="revoke" fields={{ role: it.role, org: it.orgId }}>
                {t.revoke}
              </Act>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Nominations({ view, person, strict }: Props) {
  const t = view.m.office.staff
  return (
    <>
      <h2>{t.nominees}</h2>
      <p class="hint">{t.nomineesHint}</p>
      {strict.map((category) => {
        const named = person.nominatedFor.includes(category)
        const name = view.m.words.categories[category]
        return (
          <Act person={person} act={named ? 'unname' : 'name'} fields={{ category }}>
            {named ? t.unname(name) : t.name_(name)}
          </Act>
        )
      })}
    </>
  )
}

function Act({
  person,
  act,
  fields = {},
  children,
}: {
  person: Loaded
  act: string
  fields?: Record<string, string>
  children: Child
}) {
  return (
    <form method="post" action={urls.officePerson(person.id)}>
      <Hidden name="act" value={act} />
      {Object.entries(fields).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Submit quiet>{children}</Submit>
    </form>
  )
}
