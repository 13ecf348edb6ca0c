import type { Context } from 'hono'
import { digest } from '../../db/hmac.ts'
import { newId } from '../../db/id.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { addSites } from '../../forms/placing-many.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { administeredOrg, type Organisation } from '../scope.ts'
import { type Understood, understand } from './batch-lines.ts'
import { lookUp } from './batch-lookup.ts'
import { BatchPage, type BatchProps } from './batch-page.tsx'
import { type BatchLine, mostLines, readBatch } from './batch-table.ts'

export const batchPages = staffFactory.createApp()

batchPages.get(urls.officeBatches, administrators, async (c) => {
  const org = await orgIn(c, c.req.query('org'))
  return org === 'none' ? problem(c, 'notFound') : show(c, { org, batch: newId(c.var.now), table: '' })
})

/** A table is read first, and shown as it is understood; what was seen of it is then added in one act. */
batchPages.post(urls.officeBatches, administrators, async (c) => {
  const { view, db, staff, now } = c.var
  const t = view.m.sites.batch
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const org = await orgIn(c, body.get('org'))
  if (org === 'none') return problem(c, 'forbidden')
  const [table, given] = [body.get('table'), body.get('id')]
  const batch = /^[a-z0-9]{25}$/.test(given) ? given : newId(now)
  const page = { org, batch, table }
  const { head, lines } = readBatch(table)
  if (lines.length === 0) return show(c, { ...page, errors: { table: t.empty } })
  if (lines.length > mostLines)
    return show(c, { ...page, errors: { table: t.tooMany(mostLines, lines.length) } })
  const understood = understand(lines, { staff, org, now, batch, ...(await lookUp(db, lines, org)) })
  const sites = understood.flatMap((it) => ('site' in it ? [it.site] : []))
  const seen = await digest(JSON.stringify(sites))
  if (body.get('step') !== 'add' || sites.length === 0) return show(c, { ...page, understood, seen })
  // What was changed since, in the table or by somebody else, is looked at first.
  if (body.get('seen') !== seen) return show(c, { ...page, understood, seen, hasChanged: true })
  const added = await addSites(officeOf(c), batch, sites)
  if (!added.ok && added.why === 'not_allowed') return problem(c, 'forbidden')
  if (!added.ok)
    return show(c, { ...page, understood, seen, errors: { table: view.m.office.refused.conflict } })
  const left = understood.flatMap((it) => ('fault' in it ? [it.line] : []))
  if (left.length === 0) return c.redirect(urls.officePosters + query({ batch }), 303)
  const rest = { org, batch: newId(now), table: textOf(head, left) }
  return show(c, { ...rest, added: { batch, count: sites.length } })
})

/** The organisation that the page was opened for; null for none, `none` where it is not in reach. */
async function orgIn(c: Context<StaffEnv>, id = ''): Promise<Organisation | null | 'none'> {
  return id ? ((await administeredOrg(c.var.db, c.var.staff, id)) ?? 'none') : null
}

const textOf = (head: string, lines: BatchLine[]) =>
  [head, ...lines.map(({ text }) => text)].filter(Boolean).join('\n')

function show(
  c: Context<StaffEnv>,
  page: Pick<BatchProps, 'org' | 'batch' | 'table'> &
    Partial<Pick<BatchProps, 'seen' | 'hasChanged' | 'added'>> & {
      understood?: Understood[]
      errors?: FieldErrors
    },
) {
  const { view, staff } = c.var
  const { understood = [], errors = {} } = page
  return c.html(
    <BatchPage {...page} view={view} staff={staff} understood={understood} errors={errors} />,
    Object.keys(errors).length ? 422 : 200,
  )
}
