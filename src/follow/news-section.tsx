import { mayHaveNews, type NewsWays } from '../cases/news/ways.ts'
import { newsTexts } from '../orgs/news-texts.ts'
import { maskedAddress } from '../typed/masked-address.ts'
import { Submit } from '../ui/fields/sending.tsx'
import { NewsFields, newsMail } from '../ui/news-fields.tsx'
import { Notice } from '../ui/parts.tsx'
import { urls } from '../urls.ts'
import type { FormProps } from './act-form.tsx'
import type { Followed } from './followed.ts'

/** On which ways the worker is told of news, one button that forgets all of them, and the field for a mailbox. */
export function News({ it, now, ...props }: FormProps & { it: Followed; now: Date }) {
  const { view, rules, attempt } = props
  const { news } = it
  const words = view.m.news
  const mayAsk = mayHaveNews({ rules, now }, it.subject)
  const isSet = news.mail !== null || news.push !== null
  if (!mayAsk && !isSet) return null
  const isTried = attempt?.of === newsMail || view.words?.fill([newsMail])
  return (
    <section aria-labelledby="news">
      <h2 id="news">{words.title}</h2>
      {isSet && <Ways {...props} news={news} />}
      {mayAsk && (
        <details open={isTried}>
          <summary>{news.mail ? words.change : words.label}</summary>
          <div class="form">
            <NewsFields
              view={view}
              texts={newsTexts(rules.settings)}
              to={urls.followNews}
              value={attempt?.values[newsMail]}
              error={attempt?.errors[newsMail]}
            />
          </div>
        </details>
      )}
      {mayAsk && (!news.push || news.push.isFailing) && <Push {...props} />}
    </section>
  )
}

function Ways({ view, news }: FormProps & { news: NewsWays }) {
  const words = view.m.news
  return (
    <>
      {news.mail && <p>{words.toMail(maskedAddress(news.mail.address))}</p>}
      {news.mail?.isFailing && <Notice kind="warning">{words.mailFails}</Notice>}
      {news.push && <p>{words.toPush}</p>}
      {news.push?.isFailing && <Notice kind="warning">{words.pushFails}</Notice>}
      <p class="hint">{words.forgetAbout}</p>
      <Submit quiet to={urls.followNewsEnd}>
        {words.forget}
      </Submit>
    </>
  )
}

/** Shown by its script alone, in browsers that can be reached. */
function Push({ view, rules, mark }: FormProps) {
  const words = view.m.news.push
  const { subject } = rules.settings.news
  return (
    <>
      <div
        class="form"
        hidden
        data-push={urls.followNews}
        data-key={urls.followNewsKey}
        data-worker={urls.serviceWorker}
        data-case={mark}
      >
        <p>{words.about(subject[view.locale])}</p>
        <button type="button" class="quiet-button">
          {words.button}
        </button>
        <p role="alert" hidden>
          {words.refused}
        </p>
      </div>
      <script src={`${urls.pushScript}?${view.release}`} defer />
    </>
  )
}
