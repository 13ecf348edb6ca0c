import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/db/base64.ts'
import { encryptBytes } from '../../src/encryption/aes.ts'
import { sealFile, unsealFile } from '../../src/encryption/file-sealing.ts'

const photo = crypto.getRandomValues(new Uint8Array(1000))

test('a file opens by its key under its name, and no other', async () => {
  const { sealed, key } = await sealFile(photo, 'one')
  expect(await unsealFile(sealed, 'one', key)).toEqual(photo)
  expect(await unsealFile(sealed, 'other', key)).toBeNull()
  expect(await unsealFile(sealed, 'one', (await sealFile(photo, 'one')).key)).toBeNull()
})

test('the same file is never sealed twice alike', async () => {
  const [one, other] = [await sealFile(photo, 'one'), await sealFile(photo, 'one')]
  expect(one.sealed).not.toEqual(other.sealed)
  expect(fromBase64(one.key).subarray(32)).not.toEqual(fromBase64(other.key).subarray(32))
})

test('a file opens whose nonce stands before it', async () => {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const sealed = await encryptBytes(key, photo, JSON.stringify(['f1', 'one']))
  expect(await unsealFile(sealed, 'one', toBase64(raw))).toEqual(photo)
})
