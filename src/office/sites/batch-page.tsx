import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextArea } from '../../ui/fields/typed.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { Organisation } from '../scope.ts'
import type { LineFault, MeantSite, Understood } from './batch-lines.ts'
import { mostLines } from './batch-table.ts'

export interface BatchProps {
  view: View
  staff: Staff
  /** Where sites belong that stand for no employer. */
  org: Organisation | null
  /** The id of what is added together. */
  batch: string
  table: string
  understood: Understood[]
  /** What tells whether the table still means what is shown. */
  seen?: string
  hasChanged?: boolean
  /** What was just added, when some lines were left. */
  added?: { batch: string; count: number }
  errors: FieldErrors
}

/** Many sites out of a table: pasted, looked at line by line, added at once. */
export function BatchPage(props: BatchProps) {
  const { view, staff, org, batch, table, understood, seen, hasChanged, added, errors } = props
  const t = view.m.sites.batch
  const good = understood.flatMap((it) => ('site' in it ? [it] : []))
  const wrong = understood.flatMap((it) => ('fault' in it ? [it] : []))
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={added && t.added(added.count)} carries>
      <p class="row">
        <a href={urls.officeSites + query({ org: org?.id })}>{view.m.office.sites.title}</a>
      </p>
      <ErrorSummary view={view} errors={errors} />
      {added && (
        <>
          <p>
            <a class="button" href={urls.officePosters + query({ batch: added.batch })}>
              {t.print}
            </a>
          </p>
          <p>{t.left}</p>
        </>
      )}
      {hasChanged && <Notice kind="warning" title={t.changed} />}
      {org && <p>{t.of(org.name[view.locale])}</p>}
      <form id={carriedForm} method="post" action={urls.officeBatches} novalidate>
        <Hidden name="id" value={batch} />
        {org && <Hidden name="org" value={org.id} />}
        {wrong.length > 0 && (
          <>
            <h2>{t.wrong(wrong.length)}</h2>
            <ul class="list">
              {wrong.map(({ line, fault }) => (
                <li>
                  <span class="what">{t.line(line.number)}</span>
                  <p>{line.text.split('\t').filter(Boolean).join(' · ')}</p>
                  <p class="error">{faultInWords(view, fault)}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {good.length > 0 && (
          <>
            <h2>{t.good(good.length)}</h2>
            <ul class="list">
              {good.map(({ line, site }) => (
                <MeantLine view={view} number={line.number} site={site} />
              ))}
            </ul>
            <Hidden name="seen" value={seen ?? ''} />
            <p>
              <Submit name="step" value="add">
                {t.add(good.length)}
              </Submit>
            </p>
          </>
        )}
        {understood.length > 0 && <h2>{t.again}</h2>}
        <TextArea
          view={view}
          name="table"
          label={t.table}
          hint={
            <>
              {t.hint(mostLines)}
              <br />
              {t.example}
            </>
          }
          rows={12}
          broad
          value={table}
          error={errors.table}
        />
        <Submit quiet={good.length > 0} name="step" value="look">
          {t.look}
        </Submit>
      </form>
    </OfficePage>
  )
}

function MeantLine({ view, number, site }: { view: View; number: number; site: MeantSite }) {
  const { locale, m } = view
  const { place, form, employer, org, label } = site
  return (
    <li>
      <span class="what">
        {m.sites.batch.line(number)} · {place[locale]}
      </span>
      <span class="hint">
        {form[locale]} · {employer ? `${employer[locale]} → ${org.name[locale]}` : org.name[locale]}
        {label && ` · ${label}`}
      </span>
    </li>
  )
}

function faultInWords({ m }: View, fault: LineFault): string {
  const t = m.sites.batch
  if (fault.why === 'twice') return t.twice(fault.at)
  if (fault.why === 'there') return t.there(fault.at)
  return t.faults[fault.why]
}
