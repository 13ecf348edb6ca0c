import type { Context } from 'hono'
import { settings as table } from '../../db/tables/orgs.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { auditRow } from '../../orgs/auditing.ts'
import { forgetRules } from '../../orgs/rules.ts'
import type { FieldErrors } from '../../ui/fields.tsx'
import { FormBody, readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { readSettings, writeHelplines } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'

export const settingsPages = staffFactory.createApp()

settingsPages.get(urls.officeSettings, wholeAdministrators, (c) => show(c, presentValues(c)))

settingsPages.post(urls.officeSettings, wholeAdministrators, async (c) => {
  const { db, now, rules, view } = c.var
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const { values, wrong } = readSettings(body, rules.settings)
  if (wrong.length > 0) {
    const texts = view.m.office.settings.errors as FieldErrors
    return await show(c, body, Object.fromEntries(wrong.map((key) => [key, texts[key] ?? ''])))
  }
  const changed = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(rules.settings[key as keyof typeof values]),
  )
  const [first, ...rest] = changed.map(([key, value]) =>
    db
      .insert(table)
      .values({ key, value, updatedAt: now })
      .onConflictDoUpdate({ target: table.key, set: { value, updatedAt: now } }),
  )
  if (first) {
    const names = changed.map(([key]) => key).join(', ')
    await db.batch([first, ...rest, auditRow(officeOf(c), 'settings_changed', names)])
    forgetRules()
  }
  return c.redirect(urls.officeSettings + query({ done: 1 }), 303)
})

/** The settings in force, as the form would send them. */
function presentValues(c: Context<StaffEnv>): FormBody {
  const it = c.var.rules.settings
  const fields: Record<string, string | string[]> = {
    'name-zh': it.name.zh,
    'name-en': it.name.en,
    zone: it.zone,
    languages: [...it.languages],
    address: it.address,
    from: it.mail.from,
    way: it.mail.way,
    smtpHost: it.mail.smtpHost,
    smtpPort: String(it.mail.smtpPort),
    smtpUser: it.mail.smtpUser,
    smtpSecurity: it.mail.smtpSecurity ?? '',
    secondFactor: it.secondFactor ? 'yes' : '',
    retentionDays: String(it.retentionDays),
    minimumFillSeconds: String(it.minimumFillSeconds),
    helplines: writeHelplines(it.helplines),
    ...Object.fromEntries(Object.entries(it.targets).map(([name, value]) => [`target-${name}`, value])),
  }
  return new FormBody(new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])))
}

async function show(c: Context<StaffEnv>, body: FormBody, errors: FieldErrors = {}) {
  const { view, staff, rules } = c.var
  return c.html(
    <SettingsPage
      view={view}
      staff={staff}
      body={body}
      targets={Object.keys(rules.settings.targets)}
      errors={errors}
      done={c.req.method === 'GET' && c.req.query('done') === '1'}
    />,
    Object.keys(errors).length ? 422 : 200,
  )
}
