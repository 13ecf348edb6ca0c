import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { Typed } from '../ui/fields/unsaved.tsx'
import { readForm } from '../ui/form-body.ts'
import { textsOf } from '../ui/kept-words.ts'
import { Page } from '../ui/page.tsx'
import { problem, problemStatus } from '../ui/problem.tsx'
import type { View } from '../ui/view.ts'
import { isForm } from '../urls.ts'

/**
 * A form that is not taken, for where it came from or how long it is: what was written stands on the page
 * whole, and of a worker's form the way back to it.
 */
export async function unsent(c: Context<AppEnv>, why: 'crossSite' | 'tooLarge') {
  const texts = await textsIn(c)
  if (texts.length === 0) return problem(c, why)
  const errors = c.var.view.m.common.errors
  const back = isForm(c.req.path) ? { back: c.req.path } : {}
  const said = { title: errors[`${why}Title`], text: errors[why] }
  return c.html(<UnsentPage view={c.var.view} texts={texts} {...said} {...back} />, problemStatus[why])
}

async function textsIn(c: Context<AppEnv>): Promise<string[]> {
  const form = await readForm(c)
  return form ? textsOf(form) : []
}

interface Props {
  view: View
  texts: string[]
  title?: string
  text?: string
  /** The page to go on from. */
  back?: string
}

/** Words that were not sent, to copy. */
export function UnsentPage({ view, texts, title, text, back }: Props) {
  const words = view.m.common.unsent
  return (
    <Page view={view} title={title ?? words.title} refuses>
      <h1>{title ?? words.title}</h1>
      <p class="lead">{text ?? words.text}</p>
      <Typed view={view} texts={texts} />
      {back && (
        <p>
          <a class="button" href={back}>
            {words.back}
          </a>
        </p>
      )}
    </Page>
  )
}
