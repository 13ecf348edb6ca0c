import { type Consent, type Standing, standingOf } from '../cases/consents.ts'
import { Submit } from '../ui/fields/sending.tsx'
import { Day, Prose, SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { FormProps } from './act-form.tsx'
import type { Followed } from './followed.ts'

type Props = FormProps & { it: Followed }

/** Whether somebody may be told who he is: two buttons alike, and what a no means. */
export function ConsentAsked({ view, it, open }: Props) {
  const words = view.m.follow.consent
  const asked = it.consents.find((consent) => standingOf(consent) === 'asked')
  if (!asked || !open.has('give_consent')) return null
  return (
    <section aria-labelledby="consent">
      <h2 id="consent">{words.title}</h2>
      <p>{words.about}</p>
      <SummaryList
        rows={[
          { label: words.recipient, value: asked.recipient },
          { label: words.contact, value: asked.contact },
          { label: words.what, value: view.m.words.told[asked.what] },
          { label: words.purpose, value: <Prose text={asked.purpose} /> },
        ]}
      />
      <p>{words.ifNo}</p>
      <p class="hint">{words.later}</p>
      <p class="row alike">
        <Answer of={asked} as="given" text={words.give} />
        <Answer of={asked} as="refused" text={words.refuse} />
      </p>
    </section>
  )
}

/** What he agreed to and what he did not; where he may act, each yes with the way back. */
export function Consents({ view, it, open }: Pick<Props, 'view' | 'it'> & { open?: Props['open'] }) {
  const words = view.m.follow.consent
  const answered = it.consents.filter((consent) => standingOf(consent) !== 'asked')
  if (answered.length === 0 || it.case.state === 'archived') return null
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{words.yours}</h2>
      {answered.map((consent) => (
        <Answered
          view={view}
          it={it}
          consent={consent}
          mayWithdraw={open?.has('withdraw_consent') === true}
        />
      ))}
    </section>
  )
}

function Answered(props: { view: View; it: Followed; consent: Consent; mayWithdraw: boolean }) {
  const { view, it, consent, mayWithdraw } = props
  const words = view.m.follow.consent
  const standing = standingOf(consent)
  const passed = it.referrals.find(({ consentId }) => consentId === consent.id)
  return (
    <div class="sheet">
      <p class="from">
        {words.standing[standing]} ·{' '}
        <Day view={view} at={consent.withdrawnAt ?? consent.answeredAt ?? consent.askedAt} />
      </p>
      <p>{words.line(consent.recipient, view.m.words.told[consent.what])}</p>
      {passed && (
        <p>
          {words.passed[0]}
          <Day view={view} at={passed.at} />
          {words.passed[1]}
        </p>
      )}
      {!passed && standing === 'given' && <p>{words.notPassed}</p>}
      {passed && standing === 'withdrawn' && (
        <p>
          {words.notBack} {consent.contact}
        </p>
      )}
      {standing === 'given' && mayWithdraw && (
        <>
          <p class="hint">{words.withdrawAbout}</p>
          <Answer of={consent} as="withdrawn" text={words.withdraw} />
        </>
      )}
    </div>
  )
}

function Answer({ of, as, text }: { of: Consent; as: Standing; text: string }) {
  return (
    <Submit quiet name="answer" value={as} to={urls.followConsent(of.id)}>
      {text}
    </Submit>
  )
}
