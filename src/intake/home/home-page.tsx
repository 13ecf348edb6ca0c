import type { Listed } from '../../forms/listing.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { carriedForm, Page } from '../../ui/page.tsx'
import { Helplines } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { SiteCodeField } from '../site-code-field.tsx'

interface Props {
  view: View
  settings: Settings
  forms: Listed[]
  /** What was typed for a site's code and is none. */
  typed: string | undefined
  demoSites: Listed[] | null
}

/** The front door. Most come to tell something, then to see how it goes; few have a code that they cannot scan. */
export function HomePage({ view, settings, forms, typed, demoSites }: Props) {
  const words = view.m.home
  const [first, ...others] = forms
  return (
    <Page view={view} title={words.title} carries unsent>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(view.federation[view.locale]).join(view.locale === 'zh' ? '' : ' ')}</p>
      {first && (
        <p>
          <a class="button wide" href={first.href}>
            {first.title[view.locale]}
          </a>
        </p>
      )}
      <section>
        <h2>{words.look}</h2>
        <form id={carriedForm} method="post" action={urls.follow} class="one-field">
          <TextField
            view={view}
            name="receipt"
            label={words.receipt}
            hint={words.receiptHint}
            autocomplete="off"
          />
          <Submit quiet>{words.follow}</Submit>
        </form>
        <p class="row">
          <a href={urls.resume}>{view.m.intake.paged.resumeTitle}</a>
        </p>
      </section>
      {others.length > 0 && (
        <section>
          <h2>{words.others}</h2>
          <Doors view={view} to={others} />
        </section>
      )}
      <details open={Boolean(typed)}>
        <summary>{words.byCode}</summary>
        <SiteCodeField view={view} value={typed} wrong={Boolean(typed)} />
      </details>
      <p class="row">
        <a href={urls.protection}>{view.m.protection.link}</a>
        <a href={urls.board}>{words.board}</a>
      </p>
      <Helplines view={view} lines={settings.helplines} />
      {demoSites && <Demo view={view} sites={demoSites} />}
    </Page>
  )
}

function Doors({ view, to }: { view: View; to: Listed[] }) {
  return (
    <ul class="doors">
      {to.map(({ href, title, note }) => (
        <li>
          <a href={href}>
            {title[view.locale]} {note && <span class="quiet">{note[view.locale]}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Demo({ view, sites }: { view: View; sites: Listed[] }) {
  const words = view.m.home
  return (
    <section>
      <h2>{words.demo}</h2>
      <p>{words.demoText}</p>
      <Doors view={view} to={sites} />
      <p class="row">
        <a href={urls.signIn}>{words.demoDesk}</a>
      </p>
    </section>
  )
}
