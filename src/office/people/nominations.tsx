import type { Proposal } from '../../orgs/nominees.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Act, Parting } from './person-act.tsx'
import type { PersonProps } from './person-page.tsx'

/** The strict categories that a person is named for, proposed for, or could be. */
export function Nominations({ view, staff, person, strict, proposals, hasSecond }: PersonProps) {
  const t = view.m.office.staff
  return (
    <>
      <h2>{t.nominees}</h2>
      <p class="hint">
        {t.nomineesHint} <a href={urls.officeNominees}>{t.whoIsNamed}</a>
      </p>
      {!hasSecond && <NoSecond view={view} />}
      {strict.map((category) => {
        const name = view.m.words.categories[category]
        const proposal = proposals.find((it) => it.category === category)
        if (person.nominatedFor.includes(category))
          return (
            <Parting person={person} act="unname" fields={{ category }}>
              {t.unname(name)}
            </Parting>
          )
        if (proposal) return <Deciding view={view} staff={staff} it={proposal} />
        if (!hasSecond || !person.active) return null
        return (
          <Act person={person} act="propose" fields={{ category }}>
            {t.propose(name)}
          </Act>
        )
      })}
    </>
  )
}

/** A proposal that waits, with what this administrator may do about it. */
export function Deciding({ view, staff, it }: { view: View; staff: Staff; it: Proposal }) {
  const t = view.m.office.nominees
  const person = { id: it.staffId }
  const fields = { category: it.category }
  const own = it.proposedBy === staff.id
  return (
    <>
      <p>
        {t.proposed(it.name, view.m.words.categories[it.category], it.by)}{' '}
        {view.here?.pathname !== urls.officePerson(it.staffId) && (
          <a href={urls.officePerson(it.staffId)}>{t.look}</a>
        )}
      </p>
      {own && <p class="hint">{t.own}</p>}
      {it.staffId === staff.id && <p class="hint">{t.himself}</p>}
      {!own && it.staffId !== staff.id && (
        <Act person={person} act="agree" fields={fields}>
          {t.agree}
        </Act>
      )}
      {it.staffId !== staff.id && (
        <Act person={person} act="refuse" fields={fields}>
          {own ? t.takeBack : t.refuse}
        </Act>
      )}
    </>
  )
}

/** What to do where nobody could agree. */
export function NoSecond({ view }: { view: View }) {
  const { office } = view.m
  return (
    <Notice kind="warning" title={office.refused.no_second}>
      <a href={urls.officeStaff}>{office.staff.invite}</a>
    </Notice>
  )
}
