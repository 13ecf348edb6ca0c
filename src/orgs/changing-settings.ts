import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { settings as table } from '../db/tables/orgs.ts'
import { administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import { faultsOfNews } from './news-texts.ts'
import { forgetRules } from './rules.ts'
import { type Settings, settingsSchema } from './settings.ts'

export type SettingKey = keyof Settings

export type SettingsChanged =
  | { ok: true }
  | { ok: false; why: 'not_allowed' }
  | { ok: false; why: 'invalid'; keys: SettingKey[] }

/**
 * Sets what is wanted otherwise than at present; the log names what changed. When one value does not
 * hold, nothing is set, and all that do not are named.
 */
export async function changeSettings(
  office: Office,
  present: Settings,
  wanted: Partial<Record<SettingKey, unknown>>,
): Promise<SettingsChanged> {
  const { db, now, by } = office
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  const read = keysOf(wanted).map((key) => ({
    key,
    ...v.safeParse(settingsSchema.entries[key], wanted[key]),
  }))
  const wrong = read.filter((it) => !it.success)
  if (wrong.length > 0) return { ok: false, why: 'invalid', keys: wrong.map(({ key }) => key) }
  if (tellsTheName(present, read)) return { ok: false, why: 'invalid', keys: ['news'] }
  const changed = read.filter(({ key, output }) => JSON.stringify(output) !== JSON.stringify(present[key]))
  if (changed.length === 0) return { ok: true }
  await db.batch([
    db
      .insert(table)
      .values(changed.map(({ key, output }) => ({ key, value: output, updatedAt: now })))
      .onConflictDoUpdate({ target: table.key, set: { value: sql`excluded.value`, updatedAt: now } }),
    auditRow(office, 'settings_changed', changed.map(({ key }) => key).join(', ')),
  ])
  forgetRules()
  return { ok: true }
}

/** The name of the federation is not in what workers are told of news by, whichever of the two is changed. */
function tellsTheName(present: Settings, read: { key: SettingKey; output: unknown }[]): boolean {
  const { news, name } = { ...present, ...Object.fromEntries(read.map(({ key, output }) => [key, output])) }
  return faultsOfNews(news, name).length > 0
}

function keysOf(wanted: Partial<Record<SettingKey, unknown>>): SettingKey[] {
  return Object.keys(wanted) as SettingKey[]
}
