import { fromBase64, toBase64 } from '../db/base64.ts'
import { decryptBytes, decryptUnder, encryptUnder } from './aes.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What opens a file: its key, and the nonce, which does not stand before the bytes so that these are not copied. */
const [ofKey, ofNonce] = [32, 12]

/**
 * A file encrypted under a key of its own, bound to its name. The key is a word of the case like any other: with the
 * key of the case it is lost, and the case may get another key without the file being touched.
 */
export async function sealFile(bytes: Bytes, name: string): Promise<{ sealed: Bytes; key: string }> {
  const all = crypto.getRandomValues(new Uint8Array(ofKey + ofNonce))
  const key = await keyOf(all.subarray(0, ofKey))
  return { sealed: await encryptUnder(all.subarray(ofKey), key, bytes, about(name)), key: toBase64(all) }
}

/** The file again; null where it was changed, or lies under another name. */
export async function unsealFile(sealed: Bytes, name: string, text: string): Promise<Bytes | null> {
  const all = fromBase64(text)
  const [key, nonce] = [await keyOf(all.subarray(0, ofKey)), all.subarray(ofKey)]
  // Of a file that was kept before there was one with its key, the nonce stands before the file.
  return nonce.length === 0
    ? decryptBytes(key, sealed, about(name))
    : decryptUnder(nonce, key, sealed, about(name))
}

const about = (name: string) => JSON.stringify(['f1', name])

const keyOf = (raw: Bytes) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
