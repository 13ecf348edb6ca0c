import type { Details } from '../cases/vault.ts'
import { Page } from '../ui/page.tsx'
import { Day, Moment, Prose, SummaryList } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { JoinedAnswer, ReplySheet, YourRating } from './answer.tsx'
import { Consents } from './consents.tsx'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'
import { History } from './history.tsx'
import { Looks } from './looks.tsx'
import { MessageSheet } from './message-sheet.tsx'
import { ErasedAnswers, FiledAnswers } from './your-answers.tsx'

/** Everything stored about a worker, to read, to print, or to take away as a file. */
export function DataPage({ view, it, identity }: { view: View; it: Followed; identity: Details | null }) {
  const words = view.m.follow.data
  const archived = it.case.state === 'archived'
  const { erasedAt } = it.subject.submission
  const { identity: named } = filledIn(view, it)
  const replies = it.reply ? [it.reply, ...it.earlier] : it.earlier
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      <p class="no-print">{words.about}</p>
      <p class="row no-print">
        <a class="button" href={urls.followDataFile + query({ case: it.mark })}>
          {words.file}
        </a>
        <a href={urls.follow}>{view.m.common.back}</a>
      </p>
      <h2>{words.case}</h2>
      <SummaryList rows={facts(view, it)} />
      <h2>{words.answers}</h2>
      {archived && <p>{view.m.common.removed}</p>}
      {!archived && erasedAt && <ErasedAnswers view={view} at={erasedAt} />}
      {!archived && !erasedAt && <FiledAnswers view={view} it={it} />}
      <h2>{words.identity}</h2>
      {identity ? (
        <SummaryList rows={named(identity)} />
      ) : (
        <p>{it.subject.isSealed ? view.m.follow.erase.sealed : words.noIdentity}</p>
      )}
      {it.news.mail && <p>{view.m.news.toMail(it.news.mail.address)}</p>}
      {it.news.push && <p>{view.m.news.toPush}</p>}
      <Looks view={view} it={it} />
      <Consents view={view} it={it} />
      {it.referrals.length > 0 && <h2>{words.told}</h2>}
      {it.referrals.map(({ recipient, told, at }) => (
        <article class="sheet">
          <p class="from">
            {recipient || view.m.common.removed} · <Day view={view} at={at} />
          </p>
          <Prose text={told} />
        </article>
      ))}
      <h2>{words.messages}</h2>
      {it.messages.map((message) => (
        <MessageSheet view={view} mark={it.mark} message={message} />
      ))}
      {it.messages.length === 0 && <p>{archived ? view.m.common.removed : words.none}</p>}
      <h2>{words.replies}</h2>
      {replies.map((entry) => (
        <>
          <ReplySheet view={view} it={it} entry={entry} />
          {entry.rating && <YourRating view={view} rating={entry.rating} />}
        </>
      ))}
      {replies.length === 0 && !it.subject.living?.reply && <p>{words.none}</p>}
      <JoinedAnswer view={view} it={it} />
      <History view={view} it={it} />
    </Page>
  )
}

function facts(view: View, { case: it, subject }: Followed) {
  const { m, locale } = view
  const words = m.follow.data
  const yesNo = (yes: boolean) => (yes ? m.common.yes : m.common.no)
  return [
    { label: words.number, value: String(it.number) },
    { label: words.filed, value: <Moment view={view} at={it.createdAt} /> },
    { label: words.mode, value: m.words.modes[it.mode] },
    { label: words.category, value: m.words.categories[it.category] },
    { label: words.state, value: m.words.states[it.state] },
    ...(it.closingLabel ? [{ label: words.closing, value: m.words.closing[it.closingLabel] }] : []),
    { label: words.org, value: subject.org.name[locale] },
    ...(subject.enterprise ? [{ label: words.enterprise, value: subject.enterprise.name[locale] }] : []),
    { label: words.anonymous, value: yesNo(it.anonymous) },
    { label: words.bypassesUnit, value: yesNo(it.bypassesUnit) },
  ]
}
