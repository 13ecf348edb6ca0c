import * as v from 'valibot'
import { locales } from '../../db/vocabulary.ts'
import { type Settings, settingsSchema } from '../../orgs/settings.ts'
import type { FormBody } from '../../ui/form-body.ts'

type Key = keyof typeof settingsSchema.entries

export interface SettingsRead {
  values: Record<Key, unknown>
  /** The settings that do not hold. */
  wrong: Key[]
}

/** Settings as they were typed, and which of them do not hold. */
export function readSettings(body: FormBody, present: Settings): SettingsRead {
  const security = body.get('smtpSecurity')
  const values: Record<Key, unknown> = {
    name: { zh: body.get('name-zh'), en: body.get('name-en') },
    zone: body.get('zone'),
    languages: locales.filter((it) => body.all('languages').includes(it)),
    address: body.get('address').replace(/\/+$/, ''),
    mail: {
      from: body.get('from'),
      way: body.get('way'),
      smtpHost: body.get('smtpHost'),
      smtpPort: Number(body.get('smtpPort')),
      smtpUser: body.get('smtpUser'),
      ...(security ? { smtpSecurity: security } : {}),
    },
    secondFactor: body.get('secondFactor') === 'yes',
    retentionDays: Number(body.get('retentionDays')),
    minimumFillSeconds: Number(body.get('minimumFillSeconds')),
    helplines: readHelplines(body.get('helplines')),
    targets: Object.fromEntries(
      Object.keys(present.targets).map((name) => [name, body.get(`target-${name}`).toLowerCase()]),
    ),
  }
  const keys = Object.keys(values) as Key[]
  return {
    values,
    wrong: keys.filter((key) => !v.safeParse(settingsSchema.entries[key], values[key]).success),
  }
}

/** A line each: number | Chinese name | English name. */
function readHelplines(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [number = '', zh = '', en = ''] = line.split(/[|｜]/).map((part) => part.trim())
      return { number: /^\+?[\d-]{3,20}$/.test(number) ? number : null, name: { zh, en } }
    })
}

export function writeHelplines(lines: Settings['helplines']): string {
  return lines.map(({ number, name }) => `${number} | ${name.zh} | ${name.en}`).join('\n')
}
