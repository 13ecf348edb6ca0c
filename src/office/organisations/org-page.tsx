import type { enterprises } from '../../db/tables/orgs.ts'
import type { Staff } from '../../orgs/staff.ts'
import { isFederation } from '../../orgs/tree.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { ByEnter, Submit } from '../../ui/fields/sending.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { NameFields, typedName } from '../../ui/naming.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { NextPage } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { Organisation } from '../scope.ts'
import { EnterpriseForm } from './enterprise-form.tsx'

export type Enterprise = typeof enterprises.$inferSelect

/** A form that came in wrong: which of the page's, what was typed, and what is the matter. */
export interface Trouble {
  form: string
  body: FormBody
  errors: FieldErrors
}

export interface OrgProps {
  view: View
  staff: Staff
  org: Organisation
  above: Organisation | null
  below: Organisation[]
  employers: Enterprise[]
  more: string | undefined
  /** What was done: `waiting` where the county still has to approve it. */
  done: string | undefined
  trouble: Trouble | undefined
}

export function OrgPage(props: OrgProps) {
  const { view, staff, org, above, below, employers, more, done, trouble } = props
  const { office, common } = view.m
  const t = office.orgs
  return (
    <OfficePage
      view={view}
      staff={staff}
      title={org.name[view.locale]}
      done={done === 'waiting' ? t.nowWaiting : done && office.saved}
      carries
    >
      <ErrorSummary view={view} errors={trouble?.errors ?? {}} />
      <p class="row">
        {above && <a href={urls.officeOrg(above.id)}>{t.up(above.name[view.locale])} </a>}
        <a href={urls.officeSites + query({ org: org.id })}>{t.sites}</a>
      </p>
      <form
        id={carriedForm}
        method="post"
        action={urls.words + query({ at: urls.officeOrg(org.id) })}
        novalidate
      >
        <ByEnter />
        <h2>{t.below}</h2>
        {below.length === 0 && <p>{t.none}</p>}
        <ul class="list">
          {below.map((it) => (
            <li>
              <a class="what" href={urls.officeOrg(it.id)}>
                {it.name[view.locale]}
              </a>
            </li>
          ))}
        </ul>
        <NameForm {...props} act="add" summary={t.add} button={t.addButton} />
        <NameForm {...props} act="rename" summary={t.rename} button={common.save} />
        <h2>{t.enterprises}</h2>
        {employers.length === 0 && <p>{t.noEnterprises}</p>}
        {employers.map((it) => (
          <EnterpriseForm {...props} it={it} />
        ))}
        {more && <NextPage view={view} href={more} />}
        <EnterpriseForm {...props} />
      </form>
    </OfficePage>
  )
}

function NameForm({
  view,
  org,
  trouble,
  act,
  summary,
  button,
}: OrgProps & { act: 'add' | 'rename'; summary: string; button: string }) {
  const mine = trouble?.form === act ? trouble : undefined
  const present = act === 'rename' ? org.name : undefined
  const value = mine ? typedName(mine.body, act) : present
  return (
    <details open={mine !== undefined || view.words?.fill([`${act}-zh`, `${act}-en`])}>
      <summary>{summary}</summary>
      <div class="form">
        {act === 'add' && isFederation(org.path) && <p class="hint">{view.m.office.orgs.addHint}</p>}
        <NameFields view={view} value={value} error={mine?.errors[`${act}-zh`]} at={act} />
        <Submit name="act" value={act} to={urls.officeOrg(org.id)}>
          {button}
        </Submit>
      </div>
    </details>
  )
}
