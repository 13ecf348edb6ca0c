/** A browser as its push service and its service know it: the other side of RFC 8291 and RFC 8292, written apart. */
export async function newBrowser(endpoint: string) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const { privateKey, publicKey } = pair as CryptoKeyPair
  const point = new Uint8Array((await crypto.subtle.exportKey('raw', publicKey)) as ArrayBuffer)
  const auth = crypto.getRandomValues(new Uint8Array(16))
  const subscription = { endpoint, keys: { p256dh: toUrl(point), auth: toUrl(auth) } }
  return { subscription, privateKey, point, auth }
}

/** What the browser shows of a message: `salt · record size · length of a key · key · record` (RFC 8188). */
export async function opened(
  { privateKey, point, auth }: Awaited<ReturnType<typeof newBrowser>>,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const salt = body.slice(0, 16)
  const length = body[20] ?? 0
  const theirs = body.slice(21, 21 + length)
  const imported = await crypto.subtle.importKey(
    'raw',
    theirs,
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    [],
  )
  const ecdh = { name: 'ECDH', public: imported, $public: imported }
  const shared = new Uint8Array(await crypto.subtle.deriveBits(ecdh, privateKey, 256))
  const info = joined(text('WebPush: info\0'), point, theirs)
  const secret = await hkdf(shared, auth, info, 32)
  const key = await hkdf(secret, salt, text('Content-Encoding: aes128gcm\0'), 16)
  const iv = await hkdf(secret, salt, text('Content-Encoding: nonce\0'), 12)
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const record = new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, body.slice(21 + length)),
  )
  return new TextDecoder().decode(record.slice(0, record.lastIndexOf(2)))
}

/** What a service says of itself, where it signed that by this key; throws where it did not. */
export async function signedBy(publicKey: string, authorization: string): Promise<unknown> {
  const [, token = '', named = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', fromUrl(publicKey), algorithm, false, ['verify'])
  const isSigned = await crypto.subtle.verify(algorithm, key, fromUrl(signature), text(`${head}.${claims}`))
  if (!isSigned || named !== publicKey) throw new Error('Signed by somebody else')
  return JSON.parse(new TextDecoder().decode(fromUrl(claims)))
}

async function hkdf(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bytes * 8),
  )
}

const text = (it: string) => new Uint8Array(new TextEncoder().encode(it))
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))
const toUrl = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const fromUrl = (it: string) =>
  Uint8Array.from(atob(it.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
