import { retentionOf } from '../orgs/retention-days.ts'
import { Submit } from '../ui/fields/sending.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { FoldedAct, type FormProps, isOpen } from './act-form.tsx'
import type { Followed } from './followed.ts'

/** What a worker may do with what he gave: correct, withdraw, take, delete. */
export function Rights({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow.rights
  const ofCase = query({ case: props.mark })
  const acts = (['correction', 'withdrawal'] as const).filter((act) => isOpen(act, props.open))
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
      <ul class="list">
        {(props.open.has('seal_identity') || props.open.has('open_identity')) && (
          <li>
            <a class="what" href={urls.followSeal + ofCase}>
              {words.seal}
            </a>
            <p class="hint">{it.subject.isSealed ? words.sealedAbout : words.sealAbout}</p>
          </li>
        )}
        {it.subject.hasIdentity && !it.subject.isSealed && props.open.has('correct') && (
          <li>
            <a class="what" href={urls.followContact + ofCase}>
              {words.contact}
            </a>
            <p class="hint">{words.contactAbout}</p>
          </li>
        )}
        <li>
          <a class="what" href={urls.followData + ofCase}>
            {words.data}
          </a>
          <p class="hint">{words.dataAbout}</p>
        </li>
        <li>
          <a class="what" href={urls.followIdentity + ofCase}>
            {words.erase}
          </a>
          <p class="hint">{words.eraseAbout}</p>
        </li>
        {props.open.has('erase_words') && (
          <li>
            <a class="what" href={urls.followWords + ofCase}>
              {words.words}
            </a>
            <p class="hint">{words.wordsAbout}</p>
          </li>
        )}
        <li>
          <a class="what" href={`${urls.followData}${ofCase}#looks`}>
            {words.looks}
          </a>
          <p class="hint">{words.looksAbout}</p>
        </li>
        {props.open.has('replace_receipt') && (
          <li>
            <a class="what" href={urls.followReceipt + ofCase}>
              {words.receipt}
            </a>
            <p class="hint">{words.receiptAbout}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

/** For a borrowed phone. */
export function Leave({ view }: { view: View }) {
  const words = view.m.follow.leave
  return (
    <section aria-labelledby="leave" class="no-print">
      <h2 id="leave">{words.title}</h2>
      <p>{words.about}</p>
      <form method="post" action={urls.followExit}>
        <Submit quiet>{words.button}</Submit>
      </form>
    </section>
  )
}
