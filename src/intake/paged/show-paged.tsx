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
import { beginToken } from '../form/token.ts'
import { showAttached } from './attached-file.ts'
import { newDraft } from './begun.ts'
import { Carried } from './one-page.tsx'
import { draftUnder } from './opened-draft.ts'
import { keptCode } from './resume-cookie.ts'
import { showCheck } from './send-walk.tsx'
import { showPlace } from './show-place.tsx'
import { showWhole } from './show-whole.tsx'
import { addressOf, isWhole, placeNamed, type Walk, walkAgain, walkOf } from './walk.ts'

/** What this browser has begun at a form; null where that is nothing, and it begins anew. */
export async function showBegun(c: Context<AppEnv>, opened: Opened, path: string): Promise<Response | null> {
  const place = c.req.query('page')
  const file = c.req.query('file')
  const begun = await begunHere(c, opened, path)
  if (file !== undefined) return begun ? showAttached(c, begun.walk, file) : problem(c, 'notFound')
  if (begun) return place === undefined ? c.html(<BegunPage walk={begun.walk} />) : shown(c, begun, place)
  return place === undefined ? null : c.redirect(urls.resume, 303)
}

function shown(c: Context<AppEnv>, { walk, hasChanged }: Begun, place: string): Response | Promise<Response> {
  if (isWhole(walk)) return showWhole(c, walk, hasChanged)
  const next = nextPlace(walk.progress)
  if (place !== 'check') return showPlace(c, walk, placeNamed(walk, place))
  return next === 'check' ? showCheck(c, walk) : showPlace(c, walk, next)
}

type Begun = Awaited<ReturnType<typeof walkAgain>>

/** Where this browser has come; null where it has begun nothing here. */
async function begunHere(c: Context<AppEnv>, opened: Opened, path: string): Promise<Begun | null> {
  const code = await keptCode(c, path)
  if (!code) return null
  const found = await draftUnder(c, code)
  if (!found || found === 'sent') return null
  return walkAgain(c, opened, { draft: found.draft, code })
}

/**
 * The first page of a form that asks a page at a time. Whoever begins gets the mark of his browser at once, so that
 * Back finds each page again.
 */
export async function showFirst(c: Context<AppEnv>, opened: Opened, path: string): Promise<Response> {
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
      <form method="post" action={action} data-forgets>
        <Carried walk={walk} place="check" />
        <Submit quiet name="step" value="anew">
          {words.anew}
        </Submit>
      </form>
    </Page>
  )
}
