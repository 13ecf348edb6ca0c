import * as v from 'valibot'
import type { Files } from '../platform/types.ts'

/** By these push services know that it is this service which asks (VAPID, RFC 8292); in base64url. */
export interface PushKeys {
  publicKey: string
  privateKey: string
}

const schema = v.object({ publicKey: v.string(), privateKey: v.string() })
const file = 'push/keys'

/** The keys of this service, made when they are first asked for; they lie beside the database and not in it. */
export async function pushKeys(files: Files): Promise<PushKeys> {
  const kept = await files.read(file)
  if (kept) return v.parse(schema, JSON.parse(new TextDecoder().decode(kept)))
  await files.create(file, new Uint8Array(new TextEncoder().encode(JSON.stringify(await newKeys()))))
  // Of two who make the first ones at once, one file is there, and both read it.
  return pushKeys(files)
}

async function newKeys(): Promise<PushKeys> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const { x = '', y = '', d = '' } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  const point = [x, y].map(bytesOf)
  return { publicKey: textOf(new Uint8Array([4, ...point.flatMap((part) => [...part])])), privateKey: d }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
