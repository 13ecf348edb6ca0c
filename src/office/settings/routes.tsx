import type { Context } from 'hono'
import { englishOf } from '../../db/english-name.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { changeSettings } from '../../orgs/changing-settings.ts'
import type { Target } from '../../orgs/settings.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { FormBody, readForm } from '../../ui/form-body.ts'
import { readName } from '../../ui/naming.tsx'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { newsErrors, newsFields, readNews } from './news-form.ts'
import { readSettings, retentionErrors, targetErrors, writeHelplines } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { lengthFields } from './typed-lengths.ts'

export const settingsPages = staffFactory.createApp()

settingsPages.get(urls.officeSettings, wholeAdministrators, (c) => show(c, presentValues(c)))

settingsPages.post(urls.officeSettings, wholeAdministrators, async (c) => {
  const { rules, view } = c.var
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const wanted = readSettings(body, rules.settings)
  const changed = await changeSettings(officeOf(c), rules.settings, wanted)
  if (changed.ok) return c.redirect(urls.officeSettings + query({ done: 1 }), 303)
  if (changed.why === 'not_allowed') return problem(c, 'forbidden')
  const { pastCeiling, news, ...texts } = view.m.office.settings.errors
  const known: FieldErrors = texts
  const errors = changed.keys.map((key): FieldErrors => {
    if (key === 'targets') return targetErrors(wanted.targets, { ...texts, pastCeiling })
    if (key === 'retentionByCategory') return retentionErrors(wanted[key], texts.retentionDays)
    if (key === 'news') return newsErrors(readNews(body), readName(body, 'name') ?? rules.settings.name, news)
    return { [key]: known[key] ?? '' }
  })
  return await show(c, body, Object.assign({}, ...errors))
})

/** The settings in force, as the form would send them. */
function presentValues(c: Context<StaffEnv>): FormBody {
  const it = c.var.rules.settings
  const fields: Record<string, string | string[]> = {
    'name-zh': it.name.zh,
    'name-en': englishOf(it.name),
    zone: it.zone,
    languages: [...it.languages],
    address: it.address,
    secondAddress: it.secondAddress,
    from: it.mail.from,
    way: it.mail.way,
    smtpHost: it.mail.smtpHost,
    smtpPort: String(it.mail.smtpPort),
    smtpUser: it.mail.smtpUser,
    smtpSecurity: it.mail.smtpSecurity ?? '',
    secondFactor: it.secondFactor ? 'yes' : '',
    retentionDays: String(it.retentionDays),
    ...Object.fromEntries(
      Object.entries(it.retentionByCategory).map(([category, days]) => [
        `retention-${category}`,
        String(days),
      ]),
    ),
    logDays: String(it.logDays),
    minimumFillSeconds: String(it.minimumFillSeconds),
    filingsPerSite: String(it.filingsPerSite),
    filingsInAll: String(it.filingsInAll),
    helplines: writeHelplines(it.helplines),
    'city-name-zh': it.city.name.zh,
    'city-name-en': englishOf(it.city.name),
    'city-address-zh': it.city.address.zh,
    'city-address-en': it.city.address.en,
    'city-phone': it.city.phone,
    ...newsFields(it.news),
    ...lengthFields(it.targets),
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
      targets={Object.keys(rules.settings.targets) as Target[]}
      errors={errors}
      done={c.req.method === 'GET' && c.req.query('done') === '1'}
    />,
    Object.keys(errors).length ? 422 : 200,
  )
}
