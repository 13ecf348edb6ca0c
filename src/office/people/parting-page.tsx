import type { Category } from '../../db/vocabulary.ts'
import type { Falling, FallingTo, Loss } from '../../orgs/parting.ts'
import { readsCases } from '../../orgs/roles.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { Loaded } from './load-person.ts'

/** What is to be taken from a person. */
export type Part = { loss: Loss } & (
  | { act: 'deactivate' }
  | { act: 'revoke'; held: Loaded['grants'][number] }
  | { act: 'unname'; category: Category }
)

interface Props {
  view: View
  staff: Staff
  person: Loaded
  part: Part
  falling: Falling
  /** The strict categories that nobody else sees. */
  sole: Category[]
}

/** Asks whether it is meant, and says before what comes of it. */
export function PartingPage(props: Props) {
  const { view, staff, person, part, falling } = props
  const t = view.m.office.parting
  const unseen = unseenAfter(props)
  return (
    <OfficePage view={view} staff={staff} title={t.title[part.act](person.name)}>
      <ul>
        {consequences(props).map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      {unseen.map((category) => (
        <Notice kind="warning" title={t.unseen(view.m.words.categories[category])} />
      ))}
      <h2>{t.work}</h2>
      {falling.places.length === 0 ? (
        <p>{t.noWork}</p>
      ) : (
        <ul>
          {falling.places.map((it) => (
            <li>{whereTo(view, it)}</li>
          ))}
        </ul>
      )}
      <form method="post" action={urls.officePerson(person.id)}>
        <Hidden name="act" value={part.act} />
        {part.act === 'revoke' && <Hidden name="role" value={part.held.role} />}
        {part.act === 'revoke' && <Hidden name="org" value={part.held.orgId} />}
        {part.act === 'unname' && <Hidden name="category" value={part.category} />}
        <Hidden name="sure" value="yes" />
        <Submit>{t.button[part.act]}</Submit>
      </form>
      <p class="row">
        <a href={urls.officePerson(person.id)}>{t.no}</a>
      </p>
    </OfficePage>
  )
}

function consequences({ view, person, part }: Props): string[] {
  const { parting: t } = view.m.office
  const { categories, roles } = view.m.words
  switch (part.act) {
    case 'deactivate': {
      const named = person.nominatedFor.map((it) => t.namedAnew(categories[it]))
      return [...t.closed, ...named]
    }
    case 'revoke':
      return [t.revoked(roles[part.held.role], part.held.org[view.locale])]
    case 'unname':
      return [t.unnamed(categories[part.category])]
  }
}

/** The strict categories whose cases nobody sees any more then. */
function unseenAfter({ person, part, sole }: Props): Category[] {
  if (part.act === 'unname') return sole.filter((it) => it === part.category)
  if (part.act === 'deactivate') return sole
  const readsOn = person.grants.some((it) => it !== part.held && readsCases(it.role))
  return readsCases(part.held.role) && !readsOn ? sole : []
}

/** How many cases go where, and who is there. */
function whereTo({ m, locale }: View, { what, count, role, org, people }: FallingTo): string {
  const t = m.office.parting
  if (!org) return t.nobody(count)
  return t[what](count, org[locale], m.words.roles[role], people.join(t.and))
}
