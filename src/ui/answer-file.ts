import type { Context } from 'hono'
import { type FileKind, isPicture, isShown, typeOfKind } from '../files/kind-of-file.ts'
import type { View } from './view.ts'

/**
 * Answers with a file to be kept, under a name that says nothing; or to be shown, if that is asked and it is of a kind
 * that every browser shows as a picture and nothing else. No script runs in it either way (`headers.ts`).
 */
export function answerFile<E extends { Variables: { view: View; isFile?: true } }>(
  c: Context<E>,
  { kind, bytes }: { kind: FileKind; bytes: Uint8Array<ArrayBuffer> },
  name: string,
): Response {
  const { type, ending } = typeOfKind[kind]
  const how = c.req.query('show') && isShown(kind) ? 'inline' : 'attachment'
  c.set('isFile', true)
  return c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': `${how}; filename="${isPicture(kind) ? 'photo' : 'sound'}-${name}.${ending}"`,
  })
}
