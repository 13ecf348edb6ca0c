import { env } from 'cloudflare:workers'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { query, urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, clock, tokenIn } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'
import { formOf, text } from './examples.ts'

/** The town, whose forms take what is sent at once. */
export async function hurriedTown() {
  clock.now = monday
  const here = await townAnew(env.DB)
  await here.db.run(
    "insert or replace into settings (key, value, updated_at) values ('minimumFillSeconds', '0', 0)",
  )
}

/** A form of the town that asks one question, called “问”: its page, and the one that comes of what is posted to it. */
export async function openedForm(settings: object, lang: 'zh' | 'en' = 'zh') {
  const question = { name: 'asked', label: text('问'), ...settings }
  const draft = readDraft({ ...formOf(text('t')), sections: [{ title: text('s'), fields: [question] }] })
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  await env.DB.prepare('update form_versions set definition = ?').bind(JSON.stringify(draft.stored)).run()
  forgetForms()
  const place = urls.form('grievance') + query({ lang })
  const phone = browser(app)
  const page = await (await phone.get(place)).text()
  return {
    page,
    /** By the end of the name of each control. */
    async sent(given: Record<string, string | string[]>, step = 'check'): Promise<string> {
      const posted = Object.fromEntries(Object.entries(given).map(([end, value]) => [`asked${end}`, value]))
      const fields = { token: tokenIn(page), step, mode: 'complaint', named: 'yes', ...posted }
      return (await phone.post(place, fields)).text()
    },
  }
}
