import { administersAll } from '../../orgs/administering.ts'
import { seenAs } from '../../orgs/approving.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { NameFields, typedName } from '../../ui/naming.tsx'
import { Notice } from '../../ui/parts.tsx'
import { urls } from '../../urls.ts'
import { RefuseForm } from '../employers/deciding.tsx'
import type { Enterprise, OrgProps } from './org-page.tsx'

/** Without an employer, the form that registers a new one. */
export function EnterpriseForm({ view, staff, org, trouble, it }: OrgProps & { it?: Enterprise }) {
  const t = view.m.office.orgs
  const id = it?.id ?? 'enterprise'
  const mine = trouble?.form === id ? trouble : undefined
  const name = mine ? typedName(mine.body, id) : it?.name
  const status = it && it.status !== 'approved' ? ` · ${t.statuses[it.status]}` : ''
  return (
    <details open={mine !== undefined}>
      <summary>{it ? it.name[view.locale] + status : t.addEnterprise}</summary>
      {it?.status === 'waiting' && <p class="hint">{t.waits}</p>}
      {it?.status === 'refused' && (
        <Notice kind="warning" title={t.refused}>
          {it.refusedBecause}
        </Notice>
      )}
      <div class="form">
        <NameFields view={view} value={name} error={mine?.errors[`${id}-zh`]} at={id} />
        <TextField
          view={view}
          name={`${id}-code`}
          label={t.creditCode}
          hint={t.creditCodeHint}
          value={mine?.body.get(`${id}-code`) ?? it?.creditCode ?? ''}
          error={mine?.errors[`${id}-code`]}
        />
        <Submit to={it ? urls.officeEnterprise(org.id, it.id) : urls.officeEnterprises(org.id)}>
          {it ? t.change : t.addEnterprise}
        </Submit>
      </div>
      {it?.status === 'approved' && administersAll(staff) && (
        <RefuseForm view={view} id={it.id} seen={seenAs(it)} button={view.m.office.employers.withdraw} />
      )}
    </details>
  )
}
