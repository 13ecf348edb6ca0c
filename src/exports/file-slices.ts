import type { Keys } from '../cases/ciphers.ts'
import { decryptBytes, encryptBytes } from '../encryption/aes.ts'
import type { Files } from '../platform/types.ts'
import type { AnswerFile } from './asking-for-files.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** How the names of slices begin. */
export const slicesOfFiles = 'answers/'

export const slicesOf = (id: string) => `${slicesOfFiles}${id}/`

type Its = Pick<AnswerFile, 'id' | 'keyId' | 'wrappedBy' | 'wrapped'>

/** Keeps a slice under its turn, encrypted and bound to both. */
export async function keepSlice(
  { keys }: Keys,
  files: Files,
  it: Its,
  turn: number,
  bytes: Bytes,
): Promise<void> {
  const { words } = await keys.open(keyOf(it))
  const name = slicesOf(it.id) + turn
  await files.create(name, await encryptBytes(words, bytes, name))
}

/** The slices of a file in their order, each read when it is asked for; throws where one is gone or was changed. */
export async function* slicesIn(
  { keys }: Keys,
  files: Files,
  it: Its & Pick<AnswerFile, 'parts'>,
): AsyncGenerator<Bytes> {
  const { words } = await keys.open(keyOf(it))
  for (const turn of it.parts) {
    const name = slicesOf(it.id) + turn
    const sealed = await files.read(name)
    const bytes = sealed && (await decryptBytes(words, sealed, name))
    if (!bytes) throw new Error('A slice of a file of answers is gone, or was changed')
    yield bytes
  }
}

const keyOf = ({ id, keyId, wrappedBy, wrapped }: Its) => ({ caseId: id, id: keyId, wrappedBy, wrapped })
