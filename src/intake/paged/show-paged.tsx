import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { nextPlace } from '../../forms/stepping.ts'
import type { Opened } from '../../forms/versions.ts'
import { markBrowser } from '../../keeping/browser.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { bringStyles } from '../../ui/inlining.ts'
import { Page } from '../../ui/page.tsx'
import { problem } from '../../ui/problem.tsx'
import { urls } from '../../urls.ts'
import { keptFiler } from '../form/filer.ts'
import { elsewhere } from '../form/not-open.tsx'
import { isOpen } from '../form/show-form.tsx'
import { beginToken } from '../form/token.ts'
import { showAttached } from './attached-file.ts'
import { newDraft } from './begun.ts'
import { Carried } from './one-page.tsx'
import { draftUnder } from './opened-draft.ts'
import { keptCode } from './resume-cookie.ts'
import { showCheck } from './send-walk.tsx'
import { showPlace } from './show-place.tsx'
import { addressOf, placeNamed, versionOf, type Walk, walkOf } from './walk.ts'

/** A form that asks a page at a time: its first page, or the one where this browser is. */
export async function showPaged(c: Context<AppEnv>, opened: Opened, path: string): Promise<Response> {
  const place = c.req.query('page')
  const walk = await begunHere(c, opened, path)
  const file = c.req.query('file')
  if (file !== undefined) return walk ? showAttached(c, walk, file) : problem(c, 'notFound')
  if (walk && place === undefined) return c.html(<BegunPage walk={walk} />)
  if (walk) return shown(c, walk, place ?? '')
  if (place !== undefined) return c.redirect(urls.resume, 303)
  if (!isOpen(opened)) return elsewhere(c, 'closed')
  return showFirst(c, opened, path)
}

function shown(c: Context<AppEnv>, walk: Walk, place: string): Response | Promise<Response> {
  const next = nextPlace(walk.progress)
  if (place !== 'check') return showPlace(c, walk, placeNamed(walk, place))
  return next === 'check' ? showCheck(c, walk) : showPlace(c, walk, next)
}

/** Where this browser has come; null where it has begun nothing here. */
async function begunHere(c: Context<AppEnv>, opened: Opened, path: string): Promise<Walk | null> {
  const code = await keptCode(c, path)
  if (!code) return null
  const found = await draftUnder(c, code)
  if (!found || found === 'sent') return null
  const { draft } = found
  const { definition, versionId } = await versionOf(c, opened, draft)
  return walkOf(c, opened, { definition, draft: { ...draft, versionId }, code })
}

/** Whoever begins gets the mark of his browser at once, so that Back finds each page again. */
async function showFirst(c: Context<AppEnv>, opened: Opened, path: string): Promise<Response> {
  bringStyles(c)
  if (!(await keptFiler(c))) await markBrowser(c)
  const { id, definition } = opened.version
  const draft = newDraft(path, beginToken(id, c.var.now))
  const walk = await walkOf(c, opened, { definition, draft, code: null })
  return showPlace(c, walk, placeNamed(walk, ''))
}

/** Whoever scans the code again learns that something was begun here, and nothing of what. */
function BegunPage({ walk }: { walk: Walk }) {
  const { view, action } = walk.sheet
  const words = view.m.intake.paged
  return (
    <Page view={view} worker title={words.beganTitle}>
      <h1>{words.beganTitle}</h1>
      <p class="lead">{words.began}</p>
      <p>
        <a class="button wide" href={addressOf(walk, nextPlace(walk.progress))}>
          {words.resumeGo}
        </a>
      </p>
      <form method="post" action={action}>
        <Carried walk={walk} place="check" />
        <Submit quiet name="step" value="anew">
          {words.anew}
        </Submit>
      </form>
    </Page>
  )
}
