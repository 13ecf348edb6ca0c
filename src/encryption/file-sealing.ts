import { fromBase64, toBase64 } from '../db/base64.ts'
import { decryptBytes, encryptBytes } from './aes.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * A file encrypted under a key of its own, bound to its name. The key is a word of the case like any other: with the
 * key of the case it is lost, and the case may get another key without the file being touched.
 */
export async function sealFile(bytes: Bytes, name: string): Promise<{ sealed: Bytes; key: string }> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  return { sealed: await encryptBytes(await keyOf(raw), bytes, about(name)), key: toBase64(raw) }
}

/** The file again; null where it was changed, or lies under another name. */
export async function unsealFile(sealed: Bytes, name: string, key: string): Promise<Bytes | null> {
  return decryptBytes(await keyOf(fromBase64(key)), sealed, about(name))
}

const about = (name: string) => JSON.stringify(['f1', name])

const keyOf = (raw: Bytes) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
