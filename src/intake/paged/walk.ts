import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { Definition } from '../../forms/definition.ts'
import type { FormDraft } from '../../forms/form-drafts.ts'
import { fullErrors } from '../../forms/room.ts'
import { type Progress, placesOf } from '../../forms/stepping.ts'
import type { Opened } from '../../forms/versions.ts'
import { dayIn } from '../../orgs/zone.ts'
import { bodyOf } from '../../ui/form-body.ts'
import type { Sheet } from '../form/form-page.tsx'
import { type Going, goingVersion, unchanged } from '../form/going-version.ts'
import { type Filled, readFilled } from '../form/read-form.ts'
import { roomHere } from '../form/room-here.ts'
import { actionOf } from '../form/show-form.tsx'
import { tokenFor } from '../form/token.ts'
import { without } from './page-words.ts'
import type { Kept } from './resume-note.tsx'

const anHour = 3_600_000

/** Somebody on his way through a form: what he has answered so far, and where that leads. */
export interface Walk {
  sheet: Sheet
  draft: FormDraft
  /** What opens the draft again; null before anything is kept. */
  code: string | null
  filled: Filled
  progress: Progress
  /** `YYYY-MM-DD`. */
  today: string
}

export async function walkOf(
  c: Context<AppEnv>,
  opened: Opened,
  {
    definition,
    draft,
    code,
    isSent = false,
  }: {
    definition: Definition
    draft: FormDraft
    code: string | null
    /** Of what is sent the batch decides whether there is a place: whoever taps twice has taken the last one himself. */
    isSent?: boolean
  },
): Promise<Walk> {
  const { view, rules, now } = c.var
  const today = dayIn(view.zone, now)
  const filled = readFilled(definition, bodyOf(draft.entries), {
    today,
    enterprise: opened.enterprise,
    locale: view.locale,
  })
  const token = await tokenFor(c.env.secrets.receipts, draft.path, draft, openedSoFar(draft, now))
  const room = await roomHere(c, opened, definition)
  const sheet = { view, rules, opened, definition, action: actionOf(c, draft.path), token, room }
  if (!isSent) Object.assign(filled.errors, fullErrors(room, definition, filled.answers))
  const progress = {
    definition: opened.enterprise ? withoutEmployer(definition) : definition,
    path: filled.path,
    seen: draft.seen,
    errors: filled.errors,
  }
  return { sheet, draft, code, filled, progress, today }
}

/** Whoever comes back has had his time to read; a day from now he may still finish. */
function openedSoFar({ openedAt }: FormDraft, now: Date): Date {
  return new Date(Math.max(openedAt, now.getTime() - anHour))
}

/** Where somebody is who comes back to what he began; `hasChanged` where the form asks something else since. */
export async function walkAgain(
  c: Context<AppEnv>,
  opened: Opened,
  { draft, code }: { draft: FormDraft; code: string },
): Promise<{ walk: Walk; hasChanged: boolean }> {
  const { definition, versionId, hasChanged, agreedBefore } = await versionOf(c, opened, draft)
  const going = without({ ...draft, versionId }, agreedBefore)
  return { walk: await walkOf(c, opened, { definition, draft: going, code }), hasChanged }
}

/** The same as it lies there; null before anything is kept. */
export function keptIn({ sheet, draft, code }: Walk): Kept | null {
  return code === null ? null : { sheet, draft, code }
}

/** Whether all of the form stands on one page. */
export function isWhole({ sheet }: Pick<Walk, 'sheet'>): boolean {
  return sheet.definition.layout !== 'paged'
}

/** The version that he goes on with; the present one where the one he began is none of this form. */
export async function versionOf(c: Context<AppEnv>, opened: Opened, draft: FormDraft): Promise<Going> {
  const { id: versionId, definition } = opened.version
  return (await goingVersion(c, opened, draft)) ?? { versionId, definition, ...unchanged }
}

/** A place that he comes by; the first one where he named none. */
export function placeNamed({ progress }: Walk, name: string): string {
  const places = placesOf(progress)
  return places.includes(name) ? name : (places[0] ?? 'filing')
}

/** The address of a place, for a browser that keeps under which code it goes on. */
export function addressOf(walk: Walk, place: string): string {
  return addressWith(walk, `page=${place}`)
}

/** The address of a file that was attached, for the same. */
export function fileAddressOf(walk: Walk, id: string): string {
  return addressWith(walk, `file=${id}`)
}

const addressWith = ({ sheet: { action } }: Walk, which: string) =>
  `${action}${action.includes('?') ? '&' : '?'}${which}`

/** A site stands for the employer: nobody is asked for it there. */
function withoutEmployer(definition: Definition): Definition {
  const pages = definition.pages
    .map((page) => ({ ...page, fields: page.fields.filter(({ type }) => type !== 'enterprise') }))
    .filter(({ fields }) => fields.length > 0)
  return { ...definition, pages }
}
