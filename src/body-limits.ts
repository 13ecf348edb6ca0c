import { bodyLimit } from 'hono/body-limit'
import { factory } from './env.ts'
import { unsent } from './keeping/unsent.tsx'
import { isWithFile } from './ui/form-with-bytes.ts'
import { problem } from './ui/problem.tsx'
import { isDeskMessage, isForm, urls } from './urls.ts'

/** More than a person types; what comes on top is not even read. */
const ofForms = bodyLimit({ maxSize: 2 * 1024 * 1024, onError: (c) => problem(c, 'tooLarge') })

/** Beside a file its form has words, and what stands between the two. */
const besideFile = 512 * 1024

/** What comes in, as long as it may be: a form, or the form of a message or of a worker with a file. */
export const readable = factory.createMiddleware((c, next) => {
  if (!isWithFile(c) || !takesFiles(c.req.path)) return ofForms(c, next)
  const maxSize = c.env.largestFile + besideFile
  return bodyLimit({ maxSize, onError: () => problem(c, 'fileTooLarge') })(c, next)
})

const takesFiles = (path: string) => path === urls.followMessages || isDeskMessage(path) || isForm(path)

/** What any form of ours takes, with room: a Chinese character becomes nine on the way. Its words are given back. */
export const fitting = factory.createMiddleware(async (c, next) => {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
  if (isForm && (await c.req.arrayBuffer()).byteLength > 512 * 1024) return unsent(c, 'tooLarge')
  await next()
})
