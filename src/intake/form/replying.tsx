import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { Shut } from '../../forms/opening.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { askToWait } from '../../ui/limiting.ts'
import { CheckPage } from '../check/check-page.tsx'
import { destinationBefore } from '../check/destination-before.ts'
import { SentPage } from '../check/sent-page.tsx'
import { type Kept, KeptPage } from '../paged/resume-note.tsx'
import { addressOfReceipt } from '../receipt/receipt-address.ts'
import { senderBefore } from './before-taking.ts'
import type { Settled } from './employer.ts'
import { errorTexts } from './error-texts.ts'
import { markFiler } from './filer.ts'
import { type Again, FormPage } from './form-page.tsx'
import { keepForm, type PostedForm } from './keep-form.ts'
import { NotOpenPage } from './not-open.tsx'
import { type Filled, ownControls } from './read-form.ts'
import type { Token } from './token.ts'

/** What was filled in, with the worker's employer as far as it is known. */
export type Answered = Filled & Pick<Settled, 'enterprise'>

type Choice = Pick<Settled, 'candidates' | 'undecided'>
type Keeping = Awaited<ReturnType<typeof keepForm>> | null
type Status = 200 | 409 | 422 | 429 | 503

export interface Posted extends Omit<PostedForm, 'token'> {
  wrong: Filled['errors']
  /** None where it does not hold. */
  token: Token | null
}

const undecided: Choice = { undecided: null, candidates: [] }

/** The pages that answer a form of one page. What they show of a form that holds is kept, as far as it can be. */
export function pagesOf(c: Context<AppEnv>, posted: Posted) {
  const { sheet, form, wrong, token, filer } = posted
  const { view } = sheet

  async function answered(
    page: (keeping: Keeping) => Response | Promise<Response>,
    { keeps, refuses = false }: { keeps: 'all' | 'words' | 'nothing'; refuses?: boolean },
  ): Promise<Response> {
    const sender = token ? await senderBefore(c, token, filer) : 'nobody'
    // A page of the history that is loaded again after its worker left gives nothing back.
    if (sender === 'another') return c.html(<SentPage view={view} />, 409)
    // Of what was sent before nobody is told that it is not taken.
    if (sender === 'this_browser' && token && refuses)
      return c.redirect(await addressOfReceipt(c, { key: token.key, again: true }), 303)
    const isToKeep = keeps === 'all' || (keeps === 'words' && hasWords(form))
    const isKept = isToKeep && token !== null && sender === 'nobody'
    const keeping = isKept ? await keepForm(c, { ...posted, token }) : null
    await markFiler(c, filer)
    return page(keeping)
  }

  function formPage(
    { candidates, undecided: control }: Choice,
    { status, again, kept }: { status: Status; again?: Again | undefined; kept: Kept | null },
  ) {
    const errors = status === 200 || again ? {} : errorTexts(view, sheet.definition, wrong, form)
    if (control && status === 422) errors[control] = view.m.questions.errors.which
    const asking = { view, values: form, errors, candidates, room: sheet.room }
    return c.html(<FormPage sheet={sheet} asking={asking} again={again} kept={kept} />, status)
  }

  return {
    /** Words only: what was ticked says nothing apart from its question. */
    closed(why: Shut | { why: 'full' }) {
      const names = form.names().filter((name) => !ownControls.includes(name))
      const typed = names.flatMap((name) => form.all(name)).filter((text) => !isOption.test(text))
      const { settings } = c.var.rules
      const page = <NotOpenPage view={view} settings={settings} shut={why} typed={typed} />
      return answered(() => c.html(page, why.why === 'full' ? 409 : 410), { keeps: 'nothing', refuses: true })
    },
    /** What does not come from a page of ours as it is. */
    refused(again: Again) {
      return answered(() => formPage(undecided, { status: 422, again, kept: null }), { keeps: 'nothing' })
    },
    form(choice: Choice, status: 200 | 422, again?: Again) {
      return answered((keeping) => formPage(choice, { status, again, kept: keptBy(keeping) }), {
        keeps: 'words',
        refuses: Object.values(wrong).includes('full'),
      })
    },
    /** For whoever stops here for now: by which code he goes on. */
    later() {
      return answered(
        async (keeping) => {
          const kept = keptBy(keeping)
          // It was sent before: there is nothing to go on with.
          if (!keeping && token)
            return c.redirect(await addressOfReceipt(c, { key: token.key, again: true }), 303)
          if (!kept) return notKept(keeping === 'tooMany' ? 'tooMany' : 'failed')
          // It shows a code that is good for 28 days: no page of the history is to tell it.
          c.set('unkept', true)
          return c.html(<KeptPage kept={kept} place="check" />)
        },
        { keeps: 'all' },
      )
    },
    check(filled: Answered, status: 200 | 409 | 422 | 429 | 503, again?: Again) {
      return answered(
        async (keeping) => {
          const goesTo = await destinationBefore(c.var.db, sheet, filled, filled.enterprise).catch(() => null)
          const kept = keptBy(keeping)
          const page = { sheet, filled, carried: carriedWith(kept), kept, goesTo, again }
          return c.html(<CheckPage {...page} />, status)
        },
        { keeps: 'words' },
      )
    },
  }

  function notKept(why: 'tooMany' | 'failed') {
    if (why === 'tooMany') askToWait(c)
    return formPage(undecided, { status: why === 'tooMany' ? 429 : 503, again: why, kept: null })
  }

  /** All that was posted goes along, so that it can be sent where nothing could be kept. */
  function carriedWith(kept: Kept | null): [string, string][] {
    const carried = form
      .names()
      .filter((name) => !['step', 'token', 'website', 'resume', 'wait'].includes(name))
      .flatMap((name) => form.all(name).map((value): [string, string] => [name, value]))
    const code = kept?.code ?? form.get('resume')
    return code ? [...carried, ['resume', code]] : carried
  }
}

function keptBy(keeping: Keeping): Kept | null {
  return typeof keeping === 'object' ? keeping : null
}

/** A page that came empty is nothing to go on with; nor does it take the place of what lies there. */
function hasWords(form: FormBody): boolean {
  return form
    .names()
    .some((name) => !ownControls.includes(name) && form.all(name).some((text) => text !== ''))
}

const isOption = /^[a-z0-9_]{0,40}$/
