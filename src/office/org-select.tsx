import { Select } from '../ui/fields/chosen.tsx'
import type { View } from '../ui/view.ts'
import type { Organisation } from './scope.ts'

/** A choice among organisations, indented as the tree is. */
export function OrgSelect({
  view,
  orgs,
  value,
  error,
}: {
  view: View
  orgs: Organisation[]
  value?: string | undefined
  error?: string | undefined
}) {
  const t = view.m.office.staff
  const top = Math.min(...orgs.map((it) => it.path.length))
  return (
    <Select
      view={view}
      name="org"
      label={t.org}
      hint={t.reach}
      value={value}
      error={error}
      {...(orgs.length > 1 ? { empty: '' } : {})}
      options={orgs.map((it) => ({
        value: it.id,
        label: `${'　'.repeat((it.path.length - top) / 4)}${it.name[view.locale]}`,
      }))}
    />
  )
}
