import { strictCategories } from '../../cases/grievance/categories.ts'
import { roles } from '../../db/vocabulary.ts'
import type { Loss } from '../../orgs/parting.ts'
import type { FormBody } from '../../ui/form-body.ts'

/** What a person would lose by the pressed button; null where it takes nothing from him. */
export function lossBy(person: { id: string }, body: FormBody): Loss | null {
  const role = roles.find((it) => it === body.get('role'))
  const category = strictCategories.find((it) => it === body.get('category'))
  const staffId = person.id
  switch (body.get('act')) {
    case 'deactivate':
      return { staffId, of: 'account' }
    case 'revoke':
      return role ? { staffId, of: { role, orgId: body.get('org') } } : null
    case 'unname':
      return category ? { staffId, of: { category } } : null
    default:
      return null
  }
}
