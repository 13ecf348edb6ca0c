import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { type Definition, pageNamed } from '../../forms/definition.ts'
import type { FormDraft } from '../../forms/form-drafts.ts'
import { isWrongAt, nextPlace, placeBefore } from '../../forms/stepping.ts'
import { withoutFile } from './attaching.ts'
import { employerPage, settledIn } from './employer-asked.ts'
import { withOneMore, withoutOne } from './page-words.ts'
import { KeptPage } from './resume-note.tsx'
import { sendWalk, showCheck } from './send-walk.tsx'
import { showPlace } from './show-place.tsx'
import { showWhole } from './show-whole.tsx'
import { addressOf, isWhole, placeNamed, type Walk } from './walk.ts'

interface Stepping {
  at: string
  /** The button that was pressed. */
  step: string
}

/** What a step changes of what was typed: one more or one less of several, and that he has been there. */
export function stepIn(definition: Definition, draft: FormDraft, { at, step }: Stepping): FormDraft {
  const page = pageNamed(definition, at)
  const [, number] = /^remove-(\d+)$/.exec(step) ?? []
  if (page?.entries && step === 'add') return withOneMore(draft, page)
  if (page?.entries && number) return withoutOne(draft, page, Number(number))
  const [, file] = /^takeout-(\w+)$/.exec(step) ?? []
  if (file) return withoutFile(draft, file)
  if (step !== 'next' || draft.seen.includes(at) || !(page || at === 'filing')) return draft
  return { ...draft, seen: [...draft.seen, at] }
}

/** Where he goes from a page that was kept. */
export async function goOn(
  c: Context<AppEnv>,
  walk: Walk,
  {
    at,
    step,
    filer,
    hasChanged,
    mayWait,
  }: Stepping & { filer: Filer; hasChanged: boolean; mayWait: boolean },
): Promise<Response> {
  if (isWhole(walk)) return showWhole(c, walk, hasChanged)
  const { sheet, draft, progress, code } = walk
  const next = nextPlace(progress)
  const here = placeNamed(walk, at)
  const go = (place: string) => goTo(c, walk, place, filer)
  const [, changed] = /^change-(.+)$/.exec(step) ?? []
  if (changed) return go(placeNamed(walk, changed))
  switch (step) {
    case 'edit':
    case 'check':
    case 'add':
      return at === 'check' && next === 'check' ? showCheck(c, walk) : showPlace(c, walk, here)
    case 'keep':
      // It shows a code that is good for 28 days: no page of the history is to tell it.
      c.set('unkept', true)
      return c.html(<KeptPage kept={{ sheet, draft, code: code ?? '' }} place={here} />)
    case 'back':
      return go(placeBefore(progress, here) ?? here)
    case 'send':
      if (next === 'check') return sendWalk(c, walk, { filer, mayWait })
      return showPlace(c, walk, next, hasChanged ? { again: 'changed' } : { status: 422, isTold: true })
    case 'next':
      return forward()
    default:
      return showPlace(c, walk, here)
  }

  async function forward(): Promise<Response> {
    const employer = employerPage(walk) === here ? await settledIn(c, walk) : undefined
    if (isWrongAt(progress, here) || employer?.undecided)
      return showPlace(c, walk, here, { status: 422, isTold: true, ...(employer ? { employer } : {}) })
    return hasChanged && next !== 'check' ? showPlace(c, walk, next, { again: 'changed' }) : go(next)
  }
}

/** To an address of its own, which Back finds again; a browser that keeps no cookies gets the page at once. */
async function goTo(c: Context<AppEnv>, walk: Walk, place: string, { isKept }: Filer): Promise<Response> {
  if (isKept) return c.redirect(addressOf(walk, place), 303)
  return place === 'check' ? showCheck(c, walk) : showPlace(c, walk, place)
}
