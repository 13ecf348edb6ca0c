import * as v from 'valibot'
import type { settings as table } from '../db/tables/orgs.ts'
import { categories, locales } from '../db/vocabulary.ts'
import { isWithin } from '../typed/graphemes.ts'
import { oneLine } from '../typed/line.ts'
import { defaultNews, newsSetting } from './news-texts.ts'

const name = v.pipe(v.string(), v.transform(oneLine), v.nonEmpty())
const bilingual = v.object({ zh: name, en: name })
const text = v.pipe(
  v.string(),
  v.transform(oneLine),
  v.check((it) => isWithin(it, 200)),
)
/** At least so long that every time in which a worker may come back, thirty days rolled past days off, is over. */
export const retentionDaysAtLeast = 60
const retention = v.pipe(v.number(), v.integer(), v.minValue(retentionDaysAtLeast), v.maxValue(3660))
/** Of a look at an identity or a change of roles somebody may ask half a year later. */
const logDays = v.pipe(v.number(), v.integer(), v.minValue(180), v.maxValue(3660))
const filings = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(1_000_000))
const address = v.pipe(v.string(), v.maxLength(200), v.email())
/** Scheme, host and perhaps a port, as browsers write them; nothing that links and posters would choke on. */
const web = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((it) => it === '' || originOf(it) !== null),
  v.transform((it) => originOf(it) ?? ''),
)
/** Hours, calendar days or working days, as `engine/lengths.ts` reads them. */
const length = v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}(h|d|wd)$/))

/**
 * The most that a target may take, in days: a decision within 15 of filing, an answer within 60 of acceptance
 * (信访工作条例 23 and 34), and danger within one day, by any reading of the word.
 */
export const ceilings = {
  contact: 15,
  danger: 1,
  triage: 15,
  dispatch: 60,
  sign_for: 60,
  finish: 60,
  finish_complex: 60,
  step: 60,
  reopened: 60,
} as const
export type Target = keyof typeof ceilings

/** Whether a length stays within so many days; five working days are a week. */
function staysWithin(days: number, length: string): boolean {
  const amount = Number.parseInt(length, 10)
  if (length.endsWith('wd')) return (amount / 5) * 7 <= days
  return amount <= (length.endsWith('h') ? days * 24 : days)
}

const target = (name: Target) =>
  v.pipe(
    length,
    v.check((it) => staysWithin(ceilings[name], it)),
  )

export function isRetention(days: unknown): boolean {
  return v.is(retention, days)
}

/** What is wrong with what was typed for a target: it is no length, or too long. */
export function faultOfTarget(name: Target, typed: unknown): 'no_length' | 'past_ceiling' | null {
  if (v.is(target(name), typed)) return null
  return v.is(length, typed) ? 'past_ceiling' : 'no_length'
}

function originOf(text: string): string | null {
  const url = URL.parse(text)
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password
  return isPlain && `${url.pathname}${url.search}${url.hash}` === '/' ? url.origin : null
}
const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What a federation sets for itself, each with the default it starts from. Times of day and days are local to `zone`. */
export const settingsSchema = v.object({
  name: v.optional(bilingual, { zh: '县总工会', en: 'County Federation of Trade Unions' }),
  zone: v.optional(v.pipe(v.string(), v.check(isZone)), 'Asia/Shanghai'),
  languages: v.optional(v.pipe(v.array(v.picklist(locales)), v.minLength(1)), ['zh', 'en']),
  /** Where the service is reached, for links in mail and on posters; empty, mails carry no links. */
  address: v.optional(web, ''),
  /** Where it is reached as well, short enough to be typed, should the first not open. */
  secondAddress: v.optional(web, ''),
  mail: v.optional(
    v.pipe(
      v.object({
        from: address,
        way: v.picklist(['binding', 'smtp']),
        smtpHost: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9.:-]{0,253}$/i)), ''),
        smtpPort: v.optional(v.pipe(v.number(), v.integer()), 465),
        smtpUser: v.optional(v.pipe(v.string(), v.regex(/^[^\p{C}]{0,200}$/u)), ''),
        /** Encrypted from the first byte, or after STARTTLS; by default as the port is used: 465 or another. */
        smtpSecurity: v.optional(v.picklist(['tls', 'starttls'])),
      }),
      v.check(
        ({ way, smtpHost, smtpPort }) =>
          way !== 'smtp' || (smtpHost !== '' && smtpPort > 0 && smtpPort < 65_536),
      ),
    ),
    { from: 'huying@example.org', way: 'binding', smtpHost: '', smtpPort: 465, smtpUser: '' },
  ),
  news: v.optional(newsSetting, defaultNews),
  secondFactor: v.optional(v.boolean(), true),
  /** How long the texts of a case are kept after its end; and of a category, where that is not the same. */
  retentionDays: v.optional(retention, 1095),
  retentionByCategory: v.optional(v.record(v.picklist(categories), retention), {}),
  /** How long the log is kept of what people of the union did outside a case. */
  logDays: v.optional(logDays, 1095),
  /** The least time, in seconds, that a person needs to fill in a form; faster is a machine. */
  minimumFillSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60)), 3),
  /** How much is taken in a day at one site, and in all: the free plan writes 100,000 rows a day, a filing 24, and 5 on the way to it. */
  filingsPerSite: v.optional(filings, 300),
  filingsInAll: v.optional(filings, 2000),
  helplines: v.optional(v.array(v.object({ number: v.string(), name: bilingual })), [
    { number: '12351', name: { zh: '工会维权', en: 'Trade union' } },
    { number: '12356', name: { zh: '心理援助', en: 'Psychological help' } },
    { number: '12333', name: { zh: '人社服务', en: 'Labour and social security' } },
    { number: '12348', name: { zh: '法律援助', en: 'Legal aid' } },
    { number: '12338', name: { zh: '妇女维权', en: 'Women’s rights' } },
    { number: '110', name: { zh: '报警', en: 'Police' } },
    { number: '119', name: { zh: '火警', en: 'Fire' } },
    { number: '120', name: { zh: '急救', en: 'Ambulance' } },
    { number: '122', name: { zh: '交通事故', en: 'Traffic accident' } },
  ]),
  /** The federation above this one, outside of the service: where a worker goes who is not content with the county. */
  city: v.optional(v.object({ name: bilingual, address: v.object({ zh: text, en: text }), phone: text }), {
    name: { zh: '市总工会', en: 'City Federation of Trade Unions' },
    address: { zh: '', en: '' },
    phone: '12351',
  }),
  /** How soon each duty should be done. */
  targets: v.optional(
    v.object({
      contact: target('contact'),
      danger: target('danger'),
      triage: target('triage'),
      dispatch: target('dispatch'),
      sign_for: target('sign_for'),
      finish: target('finish'),
      finish_complex: target('finish_complex'),
      step: target('step'),
      reopened: target('reopened'),
    }),
    {
      contact: '24h',
      danger: '2h',
      triage: '1wd',
      dispatch: '1wd',
      sign_for: '1wd',
      finish: '7d',
      finish_complex: '15d',
      step: '2wd',
      reopened: '3wd',
    },
  ),
})

export type Settings = v.InferOutput<typeof settingsSchema>

/** What holds until somebody sets something else. */
export const defaultSettings: Settings = v.parse(settingsSchema, {})

/** Rows of the settings table as one object; a row that no longer fits falls back to its default. */
export function settingsFrom(rows: (typeof table.$inferSelect)[]): Settings {
  const known = settingsSchema.entries
  const stored = rows.filter(
    (row) => row.key in known && v.safeParse(known[row.key as keyof typeof known], row.value).success,
  )
  return v.parse(settingsSchema, Object.fromEntries(stored.map((row) => [row.key, row.value])))
}
