import { englishOf, withEnglish } from '../../db/english-name.ts'
import { categories, locales } from '../../db/vocabulary.ts'
import type { SettingKey } from '../../orgs/changing-settings.ts'
import { ceilings, faultOfTarget, isRetention, type Settings, type Target } from '../../orgs/settings.ts'
import { closedUp, halfWidth } from '../../typed/half-width.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { typedName } from '../../ui/naming.tsx'
import { readNews } from './news-form.ts'
import { readLength } from './typed-lengths.ts'

/** Settings as they were typed; whether they hold is asked when they are changed. */
export function readSettings(body: FormBody, present: Settings): Record<SettingKey, unknown> {
  const security = body.get('smtpSecurity')
  return {
    name: withEnglish(typedName(body, 'name')),
    zone: body.line('zone'),
    languages: locales.filter((it) => body.all('languages').includes(it)),
    address: halfWidth(body.get('address')).replace(/\/+$/, ''),
    secondAddress: halfWidth(body.get('secondAddress')).replace(/\/+$/, ''),
    mail: {
      from: body.mailbox('from') ?? body.get('from'),
      way: body.get('way'),
      smtpHost: halfWidth(body.get('smtpHost')),
      smtpPort: body.count('smtpPort'),
      smtpUser: body.get('smtpUser'),
      ...(security ? { smtpSecurity: security } : {}),
    },
    news: readNews(body),
    secondFactor: body.get('secondFactor') === 'yes',
    retentionDays: body.count('retentionDays'),
    retentionByCategory: Object.fromEntries(
      categories
        .filter((it) => body.get(`retention-${it}`) !== '')
        .map((it) => [it, body.count(`retention-${it}`)]),
    ),
    logDays: body.count('logDays'),
    minimumFillSeconds: body.count('minimumFillSeconds'),
    filingsPerSite: body.count('filingsPerSite'),
    filingsInAll: body.count('filingsInAll'),
    helplines: readHelplines(body.get('helplines')),
    city: {
      name: withEnglish(typedName(body, 'city-name')),
      address: typedName(body, 'city-address'),
      phone: halfWidth(body.get('city-phone')),
    },
    targets: Object.fromEntries(Object.keys(present.targets).map((name) => [name, readLength(body, name)])),
  }
}

/** What is wrong with each of the targets that were typed, by the name of its field. */
export function targetErrors(
  targets: unknown,
  words: { targets: string; pastCeiling: (days: number) => string },
): FieldErrors {
  const typed = targets as Partial<Record<Target, unknown>>
  const wrong = (Object.keys(ceilings) as Target[]).flatMap((name): [string, string][] => {
    const fault = faultOfTarget(name, typed[name])
    if (!fault) return []
    return [[`target-${name}`, fault === 'no_length' ? words.targets : words.pastCeiling(ceilings[name])]]
  })
  return Object.fromEntries(wrong)
}

/** The same of the categories whose cases are to be kept for a time of their own. */
export function retentionErrors(byCategory: unknown, word: string): FieldErrors {
  const wrong = Object.entries(byCategory as Record<string, unknown>).filter(([, days]) => !isRetention(days))
  return Object.fromEntries(wrong.map(([category]) => [`retention-${category}`, word]))
}

/** A line each: number | Chinese name | English name, if there is one. */
function readHelplines(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [typed = '', zh = '', en = ''] = line.split(/[|｜]/).map((part) => part.trim())
      const number = closedUp(typed)
      return { number: /^\+?[\d-]{3,20}$/.test(number) ? number : null, name: withEnglish({ zh, en }) }
    })
}

export function writeHelplines(lines: Settings['helplines']): string {
  return lines
    .map(({ number, name }) => [number, name.zh, englishOf(name)].filter(Boolean).join(' | '))
    .join('\n')
}
