import { Day } from '../../ui/parts.tsx'
import { Act } from './person-act.tsx'
import type { PersonProps } from './person-page.tsx'

/** Of somebody who has never come in: what became of his invitation, and how to send it again. */
export function Arrival({ view, person, may }: Pick<PersonProps, 'view' | 'person' | 'may'>) {
  const { staff: t, mail } = view.m.office
  if (person.hasCome || !person.active) return null
  return (
    <>
      <p>
        <strong>{t.notYet}</strong>
      </p>
      {person.invited && (
        <p class="hint">
          {t.lastInvited} <Day view={view} at={person.invited.at} /> · {mail.statuses[person.invited.status]}
        </p>
      )}
      {may.manage && (
        <Act person={person} act="invite">
          {t.inviteAgain}
        </Act>
      )}
    </>
  )
}
