import { resumeCodeGroups } from '../../forms/form-drafts.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { Page } from '../../ui/page.tsx'
import { Day } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Carried } from './one-page.tsx'
import type { Walk } from './walk.ts'

/** What was typed, as it lies under its code. */
export interface Kept extends Pick<Walk, 'sheet' | 'draft'> {
  code: string
}

/** Under each page: by which code he goes on, on any phone, and how he leaves nothing on this one. */
export function ResumeNote({ kept, isOpen = false }: { kept: Kept; isOpen?: boolean }) {
  const { view } = kept.sheet
  const words = view.m.intake.paged
  return (
    <details open={isOpen}>
      <summary>{words.saved}</summary>
      <ResumeCode kept={kept} />
      <Forgetting kept={kept} />
    </details>
  )
}

/** What he gets who stops here for now. */
export function KeptPage({ kept, place }: { kept: Kept; place: string }) {
  const { view, action } = kept.sheet
  const words = view.m.intake.paged
  return (
    <Page view={view} worker title={words.keptTitle}>
      <h1>{words.keptTitle}</h1>
      <ResumeCode kept={kept} />
      <form method="post" action={action}>
        <Carried walk={kept} place={place} />
        <Submit name="step" value="edit">
          {words.goOn}
        </Submit>
      </form>
      <Forgetting kept={kept} />
    </Page>
  )
}

function ResumeCode({ kept: { sheet, draft, code } }: { kept: Kept }) {
  const { view } = sheet
  const words = view.m.intake.paged
  return (
    <>
      <p>
        {words.until[0]}
        <Day view={view} at={new Date(draft.endsAt)} />
        {words.until[1]}
      </p>
      <p class="code groups three">
        {resumeCodeGroups(code).map((group) => (
          <span>{group} </span>
        ))}
      </p>
      <p>
        {words.where[0]}
        <a href={urls.resume}>{words.resumeTitle}</a>
        {words.where[1]}
      </p>
      <p class="hint">{words.secret}</p>
    </>
  )
}

/** One press, for a phone that is shared: with the draft goes all that this browser has of it. */
function Forgetting({ kept }: { kept: Kept }) {
  const { view, action } = kept.sheet
  const words = view.m.intake.paged
  return (
    <form method="post" action={action} data-forgets>
      <Carried walk={kept} place="check" />
      <p class="hint">{words.shared}</p>
      <Submit quiet name="step" value="forget">
        {words.forget}
      </Submit>
    </form>
  )
}

/** Away for now, with all that stands on the page. Whoever begins may have begun elsewhere. */
export function Later({ view, isNew }: { view: View; isNew: boolean }) {
  const words = view.m.intake.paged
  return (
    <p class="row">
      <button type="submit" class="link-button" name="step" value="keep">
        {words.keep}
      </button>
      {isNew && <a href={urls.resume}>{words.resumeTitle}</a>}
    </p>
  )
}

/** After that. */
export function ForgottenPage({ view }: { view: View }) {
  const words = view.m.intake.paged
  return (
    <Page view={view} worker title={words.forgottenTitle}>
      <h1>{words.forgottenTitle}</h1>
      <p class="lead" data-forgets>
        {words.forgotten}
      </p>
      <p>
        <a class="button wide" href={urls.home}>
          {view.m.intake.closed.ways}
        </a>
      </p>
    </Page>
  )
}
