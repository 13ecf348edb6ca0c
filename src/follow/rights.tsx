import { retentionOf } from '../orgs/retention-days.ts'
import { Submit } from '../ui/fields/sending.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { FoldedAct, type FormProps, isOpen } from './act-form.tsx'
import type { Followed } from './followed.ts'

/** What a worker may do with what he gave: correct, withdraw, take, delete. */
export function Rights({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow.rights
  const acts = (['correction', 'withdrawal', 'cancellation'] as const).filter((act) =>
    isOpen(act, props.open),
  )
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{words.title}</h2>
      <p>
        {words.about} <a href={urls.protection}>{props.view.m.protection.link}</a>
      </p>
      {it.case.state !== 'archived' && (
        <p>{props.view.m.common.keptFor(retentionOf(props.rules.settings, it.case.category))}</p>
      )}
      {acts.map((act) => (
        <FoldedAct act={act} {...props} />
      ))}
      <Group title={words.name} links={ofName(it, props)} />
      <Group title={words.wrote} links={ofWords(props)} />
    </section>
  )
}

interface Way {
  to: string
  text: string
  hint?: string
}

function ofName({ subject, case: it, news, past }: Followed, { view, mark, open }: FormProps): Way[] {
  const words = view.m.follow.rights
  const { hasIdentity, isSealed } = subject
  const ofCase = query({ case: mark })
  const ways: Way[] = []
  if (open.has('seal_identity') || open.has('open_identity'))
    ways.push({
      to: urls.followSeal + ofCase,
      text: view.m.follow.seal[isSealed ? 'sealed' : 'open'].title,
      hint: isSealed ? words.sealedAbout : words.sealAbout,
    })
  if (hasIdentity && !isSealed && open.has('correct'))
    ways.push({ to: urls.followContact + ofCase, text: words.contact })
  // Whoever deleted his name is anonymous from then on, and still reads who had looked.
  if (!it.anonymous || past.some(({ action }) => action === 'look_at_identity'))
    ways.push({ to: `${urls.followData}${ofCase}#looks`, text: words.looks })
  if (hasIdentity || news.mail || news.push)
    ways.push({ to: urls.followIdentity + ofCase, text: words.erase })
  return ways
}

function ofWords({ view, mark, open }: FormProps): Way[] {
  const words = view.m.follow.rights
  const ofCase = query({ case: mark })
  const ways: Way[] = [{ to: urls.followData + ofCase, text: words.data }]
  if (open.has('erase_words'))
    ways.push({ to: urls.followWords + ofCase, text: words.words, hint: words.wordsAbout })
  if (open.has('replace_receipt'))
    ways.push({ to: urls.followReceipt + ofCase, text: words.receipt, hint: words.receiptAbout })
  return ways
}

function Group({ title, links }: { title: string; links: Way[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="list">
        {links.map(({ to, text, hint }) => (
          <li>
            <a class="what" href={to}>
              {text}
            </a>
            {hint && <p class="hint">{hint}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** For a borrowed phone. */
export function Leave({ view }: { view: View }) {
  const words = view.m.follow.leave
  return (
    <section aria-labelledby="leave" class="no-print">
      <h2 id="leave">{words.title}</h2>
      <p>{words.about}</p>
      <form method="post" action={urls.followExit} data-forgets>
        <Submit quiet>{words.button}</Submit>
      </form>
    </section>
  )
}
