import type { Context } from 'hono'
import type { Messages } from '../i18n/catalog.ts'
import { urls } from '../urls.ts'
import { Typed } from './fields/unsaved.tsx'
import { Page } from './page.tsx'
import { Helplines } from './parts.tsx'
import type { View } from './view.ts'

type Errors = Messages['common']['errors']
type Problem =
  | 'notFound'
  | 'forbidden'
  | 'tooLarge'
  | 'fileTooLarge'
  | 'crossSite'
  | 'badRequest'
  | 'method'
  | 'overByNow'
  | 'overtaken'
  | 'unreadable'
  | 'server'

export const problemStatus = {
  notFound: 404,
  forbidden: 403,
  tooLarge: 413,
  fileTooLarge: 413,
  crossSite: 403,
  badRequest: 400,
  method: 405,
  overByNow: 410,
  overtaken: 409,
  unreadable: 422,
  server: 500,
} as const satisfies Record<Problem, number>

/** Answers with a page that says what happened to what was sent, and offers a way on. */
export function problem<E extends { Variables: { view: View } }>(
  c: Context<E>,
  kind: Problem,
  typed: string[] = [],
) {
  // Words that wait belong to a page which this person may not see.
  const view: View = { ...c.var.view, words: undefined }
  return c.html(<ProblemPage view={view} problem={kind} typed={typed} />, problemStatus[kind])
}

function ProblemPage({ view, problem, typed }: { view: View; problem: Problem; typed: string[] }) {
  const errors: Errors = view.m.common.errors
  return (
    <Page view={view} title={errors[`${problem}Title`]} refuses>
      <h1>{errors[`${problem}Title`]}</h1>
      <p>{problem === 'fileTooLarge' ? errors.fileTooLarge(view.fileMegabytes) : errors[problem]}</p>
      <Typed view={view} texts={typed} />
      <p>
        <a class="button" href={urls.home}>
          {errors.wayOn}
        </a>
      </p>
      {(problem === 'server' || problem === 'unreadable') && <Helplines view={view} lines={view.helplines} />}
    </Page>
  )
}
