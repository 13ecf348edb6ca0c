import type { Context } from 'hono'
import { openFile } from '../../cases/filed/kept-files.ts'
import type { AppEnv } from '../../env.ts'
import { filesOf } from '../../forms/draft-files.ts'
import { fileOfLine } from '../../forms/kinds/attached.ts'
import { answerFile } from '../../ui/answer-file.ts'
import { problem } from '../../ui/problem.tsx'
import type { Walk } from './walk.ts'

/** A file that was attached here and is not sent yet, for the browser that goes on with the form. */
export async function showAttached(c: Context<AppEnv>, { draft }: Walk, id: string): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const file = filesOf(draft).find((one) => one.id === id)
  const kind = draft.entries
    .flatMap(([, line]) => fileOfLine(line) ?? [])
    .find((one) => one.file === id)?.kind
  const bytes = file && kind ? await openFile(c.env.files, file) : null
  if (!kind || !bytes || bytes === 'changed') return problem(c, 'notFound')
  return answerFile(c, { kind, bytes }, id.slice(0, 6))
}
