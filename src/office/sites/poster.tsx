import { englishOf } from '../../db/english-name.ts'
import { locales } from '../../db/vocabulary.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Page } from '../../ui/page.tsx'
import { Qr } from '../../ui/qr.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { formTitles } from '../forms/titles.ts'
import type { Site } from './site-rows.ts'

interface Props {
  view: View
  site: Site
  address: URL
  settings: Settings
}

/** What hangs on the wall: one sheet, both languages, readable from two steps away. */
export function Poster({ view, site, address, settings }: Props) {
  const t = view.m.office.poster
  const titles = formTitles(site.definition)
  // The Chinese names stand right above.
  const english = [settings.name, site.place].map(englishOf).filter(Boolean)
  return (
    <Page view={view} title={t.title}>
      <p class="no-print">
        {t.print} <a href={urls.officeSite(site.code)}>{view.m.common.back}</a>
      </p>
      <article class="poster">
        {locales.map((locale) => {
          const words = catalogs[locale].office.poster
          return (
            <section lang={locale === 'zh' ? 'zh-CN' : 'en'}>
              {locale === locales[0] ? (
                <h1 class="poster-title">{titles[locale]}</h1>
              ) : (
                <p class="poster-title">{titles[locale]}</p>
              )}
              <p>{words.lead}</p>
            </section>
          )
        })}
        {/* In capitals a QR code needs fewer and bigger squares. */}
        <Qr text={address.href.toUpperCase()} alt={address.href} />
        <p class="poster-code">{site.code}</p>
        <p class="quiet">{address.host + address.pathname}</p>
        {locales.map((locale) => (
          <ul lang={locale === 'zh' ? 'zh-CN' : 'en'}>
            {catalogs[locale].office.poster.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ul>
        ))}
        <p>
          {settings.name.zh} · {site.place.zh}
        </p>
        {english.length > 0 && <p lang="en">{english.join(' · ')}</p>}
      </article>
    </Page>
  )
}
