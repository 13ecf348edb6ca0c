import type { Category } from '../../db/vocabulary.ts'
import { readsLog } from '../../orgs/administering.ts'
import type { Proposal } from '../../orgs/nominees.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { OrgSelect } from '../org-select.tsx'
import type { Organisation } from '../scope.ts'
import { Arrival } from './arrival.tsx'
import type { Loaded } from './load-person.ts'
import { Nominations } from './nominations.tsx'
import { RoleSelect } from './people-page.tsx'
import { Act, Parting } from './person-act.tsx'
import type { Refusal } from './person-acts.ts'
import { DetailsForm } from './person-details.tsx'

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
  /** What was sent and not taken. */
  body: FormBody
  errors: FieldErrors
  why: Refusal | undefined
}

export function PersonPage(props: PersonProps) {
  const { view, staff, person, orgs, may, done, errors } = props
  const { office } = view.m
  const t = office.staff
  const himself = staff.id === person.id
  const places = orgs.filter((it) => may.assign(it.path))
  return (
    <OfficePage
      view={view}
      staff={staff}
      title={person.name}
      done={done ? t.done : undefined}
      carries={may.manage}
    >
      <ErrorSummary view={view} errors={errors} />
      <Refused {...props} />
      {himself && <Notice title={t.himself} />}
      <p>
        {person.email}
        {person.active ? '' : ` · ${t.inactive}`}
      </p>
      <Arrival {...props} />
      {readsLog(staff) && (
        <p class="row">
          <a href={urls.officeLog + query({ who: person.email })}>{t.toLog}</a>
        </p>
      )}
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
          <DetailsForm {...props} />
          <h2>{t.closeTitle}</h2>
          <p class="hint">{t.resetHint}</p>
          <Act person={person} act="reset">
            {t.reset}
          </Act>
          {person.active ? (
            <Parting person={person} act="deactivate">
              {t.deactivate}
            </Parting>
          ) : (
            <Act person={person} act="activate">
              {t.activate}
            </Act>
          )}
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
              <Parting person={person} act="revoke" fields={{ role: it.role, org: it.orgId }}>
                {t.revoke}
              </Parting>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Why nothing was done; where it only has to be meant, the same again as a second tap. */
function Refused({ view, person, why, body }: PersonProps) {
  const { office } = view.m
  if (why === undefined) return null
  const fields = body.names().filter((name) => name !== 'act')
  return (
    <Notice kind="warning" title={office.refused[why]}>
      {why === 'naming_ends' && (
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
