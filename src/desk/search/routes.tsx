import { anyChanged } from '../../cases/changed-cases.ts'
import { listCases } from '../../cases/listing-cases.ts'
import { tellUnreadable } from '../../cases/telling-unreadable.ts'
import { staffFactory } from '../../env.ts'
import { addDays } from '../../orgs/calendar.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import { instantIn } from '../../orgs/zone.ts'
import { findCases, type Wanted } from '../../search/asking.ts'
import { piecesOf } from '../../search/folded-text.ts'
import { openWordIndex } from '../../search/index-of-words.ts'
import { caseNumberIn } from '../../typed/number.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { NoCasesPage } from '../work/no-cases-page.tsx'
import { readQuestion } from './read-question.ts'
import { openQuestion, type Question, sealQuestion } from './sealed-question.ts'
import { SearchPage } from './search-page.tsx'

export const searching = staffFactory.createApp()

searching.get(urls.deskSearch, async (c) => {
  const { view, staff, db } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />)
  const { asked: sealed } = c.req.query()
  const asked = sealed ? await openQuestion(c.env.secrets, staff, sealed) : null
  if (!sealed || !asked) return c.html(<SearchPage view={view} staff={staff} asked={nothing} />)
  const scene = { ...c.var, ...openWordIndex(c.env) }
  const [found, isBehind] = await Promise.all([
    findCases(scene, staff, wantedBy(asked, view.zone)),
    anyChanged(db),
  ])
  if (isBehind) c.env.later(c.env.wake({ kind: 'changes', left: 0 }))
  if (found && found.unreadable.length > 0) c.env.later(tellUnreadable(c.var, found.unreadable))
  const sealedAt = async (after?: string) =>
    query({ asked: await sealQuestion(c.env.secrets, staff, { ...asked, after }) })
  const next = found?.next ? await sealedAt(found.next) : null
  const first = asked.after ? await sealedAt() : null
  const shown = { asked, found, isBehind, next, first }
  return c.html(<SearchPage view={view} staff={staff} {...shown} />)
})

/** Leads to the case of a number, or to what was found. */
searching.post(urls.deskSearch, async (c) => {
  const { view, staff, db } = c.var
  if (!readsAnyCase(staff)) return c.html(<NoCasesPage view={view} staff={staff} />, 422)
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const number = caseNumberIn(form.line('words'))
  const [one] = number === null ? [] : (await listCases(db, staff, { view: 'open', number })).cases
  if (one) return c.redirect(urls.deskCase(one.id), 303)
  const { asked, errors } = await readQuestion(db, view, form)
  if (Object.keys(errors).length > 0) {
    const typed = Object.fromEntries(form.names().map((name) => [name, form.get(name)]))
    return c.html(<SearchPage view={view} staff={staff} asked={asked} typed={typed} errors={errors} />, 422)
  }
  return c.redirect(urls.deskSearch + query({ asked: await sealQuestion(c.env.secrets, staff, asked) }), 303)
})

const nothing: Question = { words: '' }

function wantedBy(asked: Question, zone: string): Wanted {
  const { words, category, state, employer, handler, site, from, to, after } = asked
  return {
    pieces: piecesOf(words),
    category,
    state,
    employerId: employer?.id,
    handlerId: handler?.id,
    siteCode: site,
    from: from ? instantIn(zone, from) : undefined,
    before: to ? instantIn(zone, addDays(to, 1)) : undefined,
    after,
  }
}
