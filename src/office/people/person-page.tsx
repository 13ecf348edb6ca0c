import type { Category } from '../../db/vocabulary.ts'
import type { Proposal } from '../../orgs/nominees.ts'
import type { Falling } from '../../orgs/parting.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { OrgSelect } from '../org-select.tsx'
import type { Organisation } from '../scope.ts'
import { Nominations } from './nominations.tsx'
import { RoleSelect } from './people-page.tsx'
import { Act } from './person-act.tsx'
import type { Loaded, Refusal } from './person-routes.tsx'

export interface PersonProps {
  view: View
  staff: Staff
  person: Loaded
  orgs: Organisation[]
  strict: Category[]
  may: { manage: boolean; name: boolean; assign: (orgPath: string) => boolean }
  /** Of this person, for strict categories. */
  proposals: Proposal[]
  /** Whether anybody could agree to a proposal. */
  hasSecond: boolean
  done: boolean
  /** What changes hands when the account is closed; null where it cannot be. */
  work: Falling | null
  refused: { why: Refusal; body: FormBody; falling: Falling | null } | undefined
}

export function PersonPage(props: PersonProps) {
  const { view, staff, person, orgs, may, done, refused } = props
  const { office } = view.m
  const t = office.staff
  const himself = staff.id === person.id
  const places = orgs.filter((it) => may.assign(it.path))
  return (
    <OfficePage view={view} staff={staff} title={person.name} done={done ? t.done : undefined}>
      {refused && <Refused {...props} {...refused} />}
      {himself && <Notice title={t.himself} />}
      <p>
        {person.email}
        {person.active ? '' : ` · ${t.inactive}`}
      </p>
      <Roles {...props} />
      {!himself && person.active && places.length > 0 && (
        <>
          <h2>{t.grantTitle}</h2>
          <form method="post" action={urls.officePerson(person.id)}>
            <Hidden name="act" value="grant" />
            <RoleSelect view={view} />
            <OrgSelect view={view} orgs={places} />
            <Submit>{t.grant}</Submit>
          </form>
        </>
      )}
      {may.name && <Nominations {...props} />}
      {may.manage && (
        <>
          <h2>{t.closeTitle}</h2>
          <p class="hint">{t.resetHint}</p>
          <Act person={person} act="reset">
            {t.reset}
          </Act>
          {props.work && <ChangingHands view={view} it={props.work} />}
          <Act person={person} act={person.active ? 'deactivate' : 'activate'}>
            {person.active ? t.deactivate : t.activate}
          </Act>
        </>
      )}
    </OfficePage>
  )
}

function Roles({ view, person, may }: PersonProps) {
  const t = view.m.office.staff
  return (
    <>
      <h2>{t.roles}</h2>
      {person.grants.length === 0 && <p>{t.noRoles}</p>}
      <ul class="list">
        {person.grants.map((it) => (
          <li>
            <strong>{view.m.words.roles[it.role]}</strong> · {it.org[view.locale]}
            {may.assign(it.orgPath) && (
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

/** How many open cases change hands, and where they go; nothing where none do. */
function ChangingHands({ view, it: { own, waiting } }: { view: View; it: Falling }) {
  const t = view.m.office.staff.changingHands
  return (
    <>
      {own > 0 && <p>{t.own(own)}</p>}
      {waiting > 0 && <p>{t.waiting(waiting)}</p>}
    </>
  )
}

/** Why nothing was done; where it only has to be meant, the same again as a second tap. */
function Refused({ view, person, why, body, falling }: PersonProps & NonNullable<PersonProps['refused']>) {
  const { office } = view.m
  const fields = body.names().filter((name) => name !== 'act')
  return (
    <Notice kind="warning" title={office.refused[why]}>
      {falling && <ChangingHands view={view} it={falling} />}
      {(why === 'last_named' || why === 'has_work') && (
        <Act
          person={person}
          act={body.get('act')}
          fields={{ ...Object.fromEntries(fields.map((name) => [name, body.get(name)])), sure: 'yes' }}
        >
          {office.staff.sure}
        </Act>
      )}
      {why === 'no_second' && <a href={urls.officeStaff}>{office.staff.invite}</a>}
    </Notice>
  )
}
