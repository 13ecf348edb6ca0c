import type { NewsWays } from '../../cases/news/ways.ts'
import { newsTexts } from '../../orgs/news-texts.ts'
import type { Settings } from '../../orgs/settings.ts'
import { maskedAddress } from '../../typed/masked-address.ts'
import { Hidden } from '../../ui/fields/sending.tsx'
import { NewsFields, newsMail } from '../../ui/news-fields.tsx'
import { carriedForm } from '../../ui/page.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

interface Props {
  view: View
  settings: Settings
  of: string
  isKept: boolean
  ways: NewsWays
  /** What was typed and is no mailbox, or could not be taken. */
  attempt?: { typed: string; error: string } | undefined
}

/** Folded below all that he has to keep: where a worker may leave a mailbox. */
export function NewsPart({ view, settings, of, isKept, ways, attempt }: Props) {
  const words = view.m.news
  if (ways.mail)
    return (
      <section class="no-print">
        <h2>{words.title}</h2>
        <p>{words.toMail(maskedAddress(ways.mail.address))}</p>
      </section>
    )
  return (
    <details class="no-print" open={attempt !== undefined || view.words?.fill([newsMail])}>
      <summary>{words.title}</summary>
      <form id={carriedForm} method="post" action={urls.receiptNews}>
        <Hidden name="of" value={of} />
        {isKept && <Hidden name="kept" value="yes" />}
        <NewsFields view={view} texts={newsTexts(settings)} value={attempt?.typed} error={attempt?.error} />
      </form>
    </details>
  )
}
