import type { enterprises } from '../../db/tables/orgs.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { NameFields, typedName } from '../../ui/naming.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { Organisation } from '../scope.ts'

type Enterprise = typeof enterprises.$inferSelect

/** A form that came in wrong: which of the page's, what was typed, and what is the matter. */
export interface Trouble {
  form: string
  body: FormBody
  errors: FieldErrors
}

interface Props {
  view: View
  staff: Staff
  org: Organisation
  above: Organisation | null
  below: Organisation[]
  employers: Enterprise[]
  more: string | undefined
  done: boolean
  trouble: Trouble | undefined
}

export function OrgPage(props: Props) {
  const { view, staff, org, above, below, employers, more, done, trouble } = props
  const { office, common } = view.m
  const t = office.orgs
  return (
    <OfficePage
      view={view}
      staff={staff}
      title={org.name[view.locale]}
      done={done ? office.saved : undefined}
    >
      <ErrorSummary view={view} errors={trouble?.errors ?? {}} />
      <p class="row">
        {above && <a href={urls.officeOrg(above.id)}>{t.up(above.name[view.locale])} </a>}
        <a href={urls.officeSites + query({ org: org.id })}>{t.sites}</a>
      </p>
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
      {more && (
        <p>
          <a href={more}>{common.next}</a>
        </p>
      )}
      <EnterpriseForm {...props} />
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
}: Props & { act: 'add' | 'rename'; summary: string; button: string }) {
  const mine = trouble?.form === act ? trouble : undefined
  const present = act === 'rename' ? org.name : undefined
  const value = mine ? typedName(mine.body, act) : present
  return (
    <details open={mine !== undefined}>
      <summary>{summary}</summary>
      <form method="post" action={urls.officeOrg(org.id)} novalidate>
        <Hidden name="act" value={act} />
        <NameFields view={view} value={value} error={mine?.errors[`${act}-zh`]} at={act} />
        <Submit>{button}</Submit>
      </form>
    </details>
  )
}

/** Without an employer, the form that registers a new one. */
function EnterpriseForm({ view, org, trouble, it }: Props & { it?: Enterprise }) {
  const t = view.m.office.orgs
  const id = it?.id ?? 'enterprise'
  const mine = trouble?.form === id ? trouble : undefined
  const name = mine ? typedName(mine.body, id) : it?.name
  return (
    <details open={mine !== undefined}>
      <summary>{it ? it.name[view.locale] : t.addEnterprise}</summary>
      <form
        method="post"
        action={it ? urls.officeEnterprise(org.id, it.id) : urls.officeEnterprises(org.id)}
        novalidate
      >
        <NameFields view={view} value={name} error={mine?.errors[`${id}-zh`]} at={id} />
        <TextField
          view={view}
          name={`${id}-code`}
          label={t.creditCode}
          hint={t.creditCodeHint}
          maxlength={24}
          value={mine?.body.get(`${id}-code`) ?? it?.creditCode ?? ''}
          error={mine?.errors[`${id}-code`]}
        />
        <Submit>{it ? t.change : t.addEnterprise}</Submit>
      </form>
    </details>
  )
}
