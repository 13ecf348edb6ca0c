import { englishOf } from '../../db/english-name.ts'
import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import type { Definition } from '../../forms/definition.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Settings } from '../../orgs/settings.ts'
import { urls } from '../../urls.ts'

/** All that stands on one poster. */
export interface PosterFacts {
  code: string
  /** What the QR code holds. */
  address: URL
  /** Where to go when that does not open. */
  second: URL | null
  federation: Bilingual
  title: Bilingual
  /** Where it hangs; the English may be missing. */
  where: Bilingual
  helpline: { number: string; name: Bilingual } | undefined
  /** What happens to what is written there: each with its heading. */
  told: Record<Locale, [heading: string, text: string][]>
}

interface Placed {
  code: string
  place: Bilingual
  enterprise: Bilingual | null
}

export function posterFacts(
  site: Placed,
  definition: Definition,
  settings: Settings,
  origin: string,
): PosterFacts {
  const names = site.enterprise ? [site.enterprise, site.place] : [site.place]
  return {
    code: site.code,
    address: new URL(urls.site(site.code), origin),
    second: settings.secondAddress ? new URL(urls.site(site.code), settings.secondAddress) : null,
    federation: settings.name,
    title: definition.title,
    where: {
      zh: names.map(({ zh }) => zh).join(' · '),
      en: names.map(englishOf).filter(Boolean).join(' · '),
    },
    helpline: settings.helplines.find(({ number }) => number === '12351') ?? settings.helplines[0],
    told: { zh: toldIn('zh', definition, settings), en: toldIn('en', definition, settings) },
  }
}

function toldIn(locale: Locale, definition: Definition, { targets }: Settings): [string, string][] {
  const words = catalogs[locale].office.poster
  const contact = words.lengths[unitOf(targets.contact)](Number.parseInt(targets.contact, 10))
  return [
    [words.readers, definition.readers[locale]],
    [words.answer, definition.process === 'register' ? words.seen : words.answered(contact)],
    definition.allowAnonymous ? [words.nameless, words.namelessText] : [words.named, words.namedText],
  ]
}

const unitOf = (length: string) => (length.endsWith('wd') ? 'wd' : length.endsWith('h') ? 'h' : 'd')
