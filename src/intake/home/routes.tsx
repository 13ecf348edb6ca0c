import { factory } from '../../env.ts'
import { type Listed, listDemoSites, listForms } from '../../forms/listing.ts'
import { readSiteCode } from '../../forms/site-codes.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { Page } from '../../ui/page.tsx'
import { Helplines } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { SiteCodeField } from '../site-code-field.tsx'

/** The front door: what this is, the ways in, and whom to call. */
export const home = factory.createApp()

home.get(urls.home, async (c) => {
  const { view, rules, db } = c.var
  const typed = c.req.query('code')
  const code = typed && readSiteCode(typed)
  if (code) return c.redirect(urls.site(code), 303)
  const forms = await listForms(db)
  const demoSites = c.env.demo ? await listDemoSites(db) : null
  const page = (
    <HomePage view={view} settings={rules.settings} forms={forms} typed={typed} demoSites={demoSites} />
  )
  c.header('Cache-Control', 'private, no-cache')
  return c.html(page, typed ? 422 : 200)
})

interface Props {
  view: View
  settings: Settings
  forms: Listed[]
  /** What was typed for a site's code and is none. */
  typed: string | undefined
  demoSites: Listed[] | null
}

function HomePage({ view, settings, forms, typed, demoSites }: Props) {
  const words = view.m.home
  return (
    <Page view={view} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(view.federation[view.locale]).join(view.locale === 'zh' ? '' : ' ')}</p>
      {forms.length > 0 && (
        <section>
          <h2>{words.forms}</h2>
          <ul class="doors">
            {forms.map((form) => (
              <li>
                <a href={form.href}>{form.title[view.locale]}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SiteCodeField view={view} value={typed} wrong={Boolean(typed)} />
      <form method="post" action={urls.follow} class="one-field">
        <TextField view={view} name="receipt" label={words.receipt} hint={words.receiptHint} maxlength={80} />
        <Submit quiet>{words.follow}</Submit>
      </form>
      <p>
        <a href={urls.board}>{words.board}</a>
      </p>
      <Helplines view={view} lines={settings.helplines} />
      {demoSites && <Demo view={view} sites={demoSites} />}
    </Page>
  )
}

function Demo({ view, sites }: { view: View; sites: Listed[] }) {
  const words = view.m.home
  return (
    <section>
      <h2>{words.demo}</h2>
      <p>{words.demoText}</p>
      <ul class="doors">
        {sites.map((site) => (
          <li>
            <a href={site.href}>
              {site.title[view.locale]} <span class="quiet">{site.note?.[view.locale]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={urls.signIn}>{words.demoDesk}</a>
      </p>
    </section>
  )
}
