import type { Context } from 'hono'
import { type AppEnv, factory } from '../../env.ts'
import { type FormDraft, readResumeCode } from '../../forms/form-drafts.ts'
import { keptForm, keptSite } from '../../forms/kept-forms.ts'
import { nextPlace } from '../../forms/stepping.ts'
import type { Opened } from '../../forms/versions.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { readForm } from '../../ui/form-body.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { carriedForm, Page } from '../../ui/page.tsx'
import { problem } from '../../ui/problem.tsx'
import type { View } from '../../ui/view.ts'
import { WaitNotice } from '../../ui/wait-notice.tsx'
import { patterns, urls } from '../../urls.ts'
import { SentPage } from '../check/sent-page.tsx'
import { markFiler } from '../form/filer.ts'
import { elsewhere } from '../form/not-open.tsx'
import { draftUnder } from './opened-draft.ts'
import { keepCode } from './resume-cookie.ts'
import { showCheck } from './send-walk.tsx'
import { showPlace } from './show-place.tsx'
import { showWhole } from './show-whole.tsx'
import { isWhole, walkAgain } from './walk.ts'

/** Whoever has the code of what he began goes on with it, on any phone. */
export const resume = factory.createApp()

resume.get(urls.resume, (c) => c.html(<ResumePage view={c.var.view} />))

resume.post(urls.resume, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const { view } = c.var
  const typed = form.get('resume')
  if (!typed) return c.html(<ResumePage view={view} wrong="resumeNone" />, 422)
  if (!(await mayTry(c, c.env.limits.receipts)))
    return c.html(<ResumePage view={view} typed={typed} wait={askToWait(c)} />, 429)
  const code = readResumeCode(typed)
  const found = code ? await draftUnder(c, code) : null
  if (found === 'sent') return c.html(<SentPage view={view} />, 409)
  if (!found || !code) return c.html(<ResumePage view={view} typed={typed} wrong="resumeWrong" />, 422)
  const { draft, filer } = found
  const opened = await openedAt(c, draft)
  if (!opened) return elsewhere(c, { why: 'unknownForm' })
  await keepCode(c, code, draft.path)
  await markFiler(c, filer)
  const { walk, hasChanged } = await walkAgain(c, opened, { draft, code })
  if (isWhole(walk)) return showWhole(c, walk, hasChanged)
  const place = nextPlace(walk.progress)
  if (place === 'check') return showCheck(c, walk)
  return showPlace(c, walk, place, hasChanged ? { again: 'changed' } : {})
})

/** The form of an address that a draft was begun at. */
function openedAt(c: Context<AppEnv>, { path }: FormDraft): Promise<Opened | null> {
  const { db, now } = c.var
  const name = path.slice(path.lastIndexOf('/') + 1)
  return path === urls.site(name) ? keptSite(db, name, now) : keptForm(db, name, now)
}

interface Props {
  view: View
  typed?: string
  wrong?: 'resumeNone' | 'resumeWrong'
  wait?: string
}

function ResumePage({ view, typed, wrong, wait }: Props) {
  const words = view.m.intake.paged
  const error = wrong && words[wrong]
  return (
    <Page view={view} worker title={words.resumeTitle} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={error ? { resume: error } : {}} />
      <h1>{words.resumeTitle}</h1>
      <p class="lead">{words.resumeLead}</p>
      <form id={carriedForm} method="post" action={patterns.resume}>
        <TextField
          view={view}
          name="resume"
          label={words.resumeCode}
          hint={words.resumeHint}
          value={typed}
          error={error}
          autocomplete="off"
        />
        <Submit>{words.resumeGo}</Submit>
      </form>
    </Page>
  )
}
