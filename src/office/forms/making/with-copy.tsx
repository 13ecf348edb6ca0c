import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { StaffEnv } from '../../../env.ts'
import { replacedTexts } from '../../../forms/building/replaced-texts.ts'
import { withSources } from '../../../forms/building/translating.ts'
import { type Working, workingFrom } from '../../../forms/building/working.ts'
import { changeCopy, type WorkingCopy, workingCopyOf } from '../../../forms/building/working-copies.ts'
import { ErrorSummary } from '../../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../../ui/fields/field.tsx'
import { Hidden } from '../../../ui/fields/sending.tsx'
import { type FormBody, readForm } from '../../../ui/form-body.ts'
import { KeptWords } from '../../../ui/kept-words.ts'
import { carriedForm } from '../../../ui/page.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { problem } from '../../../ui/problem.tsx'
import { query, urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'
import { officeOf } from '../../guards.ts'
import { inWords } from './in-words.ts'

/** A page on which a part of a form is made. */
export interface Making {
  c: Context<StaffEnv>
  copy: WorkingCopy & { by: string }
  working: Working
  errors: FieldErrors
  /** Somebody else has changed the form since this page was opened. */
  isMeanwhile?: boolean
  /** What stands in the form and would go, if what was sent is saved. */
  replaced?: string[]
}

type Drawn = ReturnType<typeof Part> | null
/** How such a page is drawn, and how what was sent from it is taken. */
export type PartPage = (it: Making) => Drawn | Promise<Drawn>
export type TakePart = (it: Omit<Making, 'errors'>, form: FormBody) => Taken | null | Promise<Taken | null>

export type Taken = { ok: true; working: Working; to: string } | { ok: false; errors: FieldErrors }

/** Shows a part of a form that is being made; to its home where nobody is changing it. */
export async function showPart(
  c: Context<StaffEnv>,
  page: PartPage,
  more: Pick<Making, 'errors' | 'isMeanwhile' | 'replaced'> & { status?: 200 | 409 | 422 } = { errors: {} },
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const copy = await workingCopyOf(c.var.db, id)
  if (!copy) return c.redirect(urls.officeForm(id), 303)
  const { status = 200, ...rest } = more
  return drawn(c, await page({ c, copy, working: workingFrom(copy.definition), ...rest }), status)
}

function drawn(c: Context<StaffEnv>, page: Drawn, status: 200 | 409 | 422) {
  return page === null ? problem(c, 'notFound') : c.html(page, status)
}

/**
 * Takes what was sent from such a page. It is made of the form as it stands now, so that of what others changed
 * meanwhile only this part could be undone; and that only once he was told and sends it again.
 */
export async function takePart(c: Context<StaffEnv>, page: PartPage, take: TakePart): Promise<Response> {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const id = c.req.param('id') ?? ''
  const copy = await workingCopyOf(c.var.db, id)
  if (!copy) return gone(c, form)
  const it = { c, copy, working: workingFrom(copy.definition) }
  const taken = await take(it, form)
  if (!taken) return problem(c, 'notFound')
  c.var.view.words = new KeptWords(form).without(['turn'])
  if (!taken.ok) return drawn(c, await page({ ...it, errors: taken.errors }), 422)
  const turn = Number(form.get('turn'))
  const changed =
    turn === copy.turn
      ? await changeCopy(officeOf(c), { id, turn }, await withSources(taken.working, copy.definition))
      : null
  if (changed?.ok) return c.redirect(taken.to, 303)
  const replaced = replacedTexts(it.working, taken.working)
  return showPart(c, page, { errors: {}, isMeanwhile: true, replaced, status: 409 })
}

/** What was written for a form that nobody is changing any more. */
function gone(c: Context<StaffEnv>, form: FormBody): Response | Promise<Response> {
  const { view, staff } = c.var
  view.words = new KeptWords(form)
  return c.html(
    <OfficePage view={view} staff={staff} title={view.m.office.forms.title}>
      <Notice kind="warning">{view.m.builder.goneMeanwhile}</Notice>
      <p class="row">
        <a href={urls.officeForm(c.req.param('id') ?? '')}>{view.m.common.back}</a>
      </p>
    </OfficePage>,
    409,
  )
}

interface Framed {
  it: Making
  title: string
  /** Where in the form it belongs, beside the form itself. */
  up?: Child
  children?: Child
}

/** The frame of such a page: where it belongs, what is wrong, and whether somebody else was there. */
export function Part({ it, title, up, children }: Framed) {
  const { c, copy, working, errors, isMeanwhile, replaced = [] } = it
  const { view, staff } = c.var
  return (
    <OfficePage
      view={view}
      staff={staff}
      title={title}
      done={c.req.query('done') ? view.m.builder.saved : undefined}
      carries
    >
      <p class="row">
        <a href={urls.officeForm(copy.id)}>{inWords(view, working.title, copy.slug)}</a>
        {up}
      </p>
      {isMeanwhile && (
        <Notice kind="warning">
          <p>{view.m.builder.meanwhile(copy.by)}</p>
          {replaced.length > 0 && <p>{view.m.builder.replaced}</p>}
          <ul>
            {replaced.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ErrorSummary view={view} errors={errors} />
      {children}
    </OfficePage>
  )
}

/** The form of such a page, with the turn of what it shows. */
export function PartForm({ it, action, children }: { it: Making; action: string; children?: Child }) {
  return (
    <form id={carriedForm} method="post" action={action} novalidate>
      <Hidden name="turn" value={it.copy.turn} />
      {children}
    </form>
  )
}

/** The address of a page, once what was sent from it is saved. */
export const savedAt = (address: string) => address + query({ done: 'saved' })
