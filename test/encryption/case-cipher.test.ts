import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import type { Encrypted } from '../../src/db/columns.ts'
import { messages } from '../../src/db/tables/cases.ts'
import { replies } from '../../src/db/tables/grievances.ts'
import { cipherOf } from '../../src/encryption/case-cipher.ts'
import { type KeptKey, newKeyring } from '../../src/encryption/keyring.ts'
import { filesIn } from '../../src/platform/r2-files.ts'

const now = new Date('2026-11-28T03:00:00Z')
const december = new Date('2026-12-01T03:00:00Z')
const files = filesIn(env.FILES)
const ring = (...secrets: [string, ...string[]]) => newKeyring({ cases: secrets }, files)
const keys = () => ring('2026-11-01T00:00:00Z.the secret of the cases of this test')

beforeEach(async () => {
  for (const name of await files.list('keys/')) await files.remove(name)
})

/** Something encrypted, with the key that its case got by it. */
async function written(caseId = 'one', text = '拖欠工资') {
  const { kept } = await keys().make(caseId, now)
  const encrypted = await cipherOf(keys(), { id: caseId }, kept, now).encrypt(messages.body, 'm1', text)
  return { kept, stored: String(encrypted), text }
}

/** As the database gives it back, whatever was done to it there. */
const meant = (stored: string) => stored as unknown as Encrypted

const reading = (kept: KeptKey | null, stored: string, by = keys(), caseId = 'one') =>
  cipherOf(by, { id: caseId }, kept, now).decrypt(messages.body, 'm1', meant(stored))

test('what was encrypted is read again, and is never twice the same', async () => {
  const { kept, stored, text } = await written()
  expect(stored).not.toContain(text)
  expect(await reading(kept, stored)).toBe(text)
  const cipher = cipherOf(keys(), { id: 'one' }, kept, now)
  expect(await cipher.encrypt(messages.body, 'm1', text)).not.toBe(stored)
})

test('the same words have the same digest on one case, and another on another', async () => {
  const [one, other] = [await written('one'), await written('other')]
  const digestOf = (kept: KeptKey) => cipherOf(keys(), { id: kept.caseId }, kept, now).digest('I fell.')
  expect(await digestOf(one.kept)).toBe(await digestOf(one.kept))
  expect(await digestOf(one.kept)).not.toBe(await digestOf(other.kept))
})

test('however much is encrypted at once, a case that had no key gets one', async () => {
  const cipher = cipherOf(keys(), { id: 'new' }, null, now)
  const stored = await Promise.all(['a', 'b', 'c'].map((text) => cipher.encrypt(messages.body, text, text)))
  expect(new Set(stored.map((it) => String(it).split('.')[1])).size).toBe(1)
})

const flipped = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

test.each<[string, (it: { kept: KeptKey; stored: string }) => Promise<unknown>, string]>([
  ['a bit flipped', ({ kept, stored }) => reading(kept, flipped(stored, 40)), 'changed'],
  ['cut short', ({ kept, stored }) => reading(kept, stored.slice(0, -8)), 'changed'],
  ['emptied', ({ kept, stored }) => reading(kept, stored.slice(0, 20)), 'changed'],
  ['no base64', ({ kept, stored }) => reading(kept, `${stored.slice(0, 20)}%%%`), 'changed'],
  [
    'in another row',
    ({ kept, stored }) =>
      cipherOf(keys(), { id: 'one' }, kept, now).decrypt(messages.body, 'm2', meant(stored)),
    'changed',
  ],
  [
    'in another column',
    ({ kept, stored }) =>
      cipherOf(keys(), { id: 'one' }, kept, now).decrypt(replies.body, 'm1', meant(stored)),
    'changed',
  ],
  [
    'of another case',
    async ({ stored }) => reading((await written('other')).kept, stored, keys(), 'other'),
    'other_key',
  ],
  [
    'named as of the key of another case',
    async ({ stored }) => {
      const { kept } = await written('other')
      return reading(kept, stored.replace(/^e1\.[^.]+/, `e1.${kept.id}`), keys(), 'other')
    },
    'changed',
  ],
  ['without its key', ({ stored }) => reading(null, stored), 'no_key'],
  [
    'with a key that was taken from another case',
    async ({ stored }) => reading({ ...(await written('other')).kept, caseId: 'one' }, stored),
    'changed',
  ],
  [
    'with a key that was changed',
    ({ kept, stored }) => reading({ ...kept, wrapped: flipped(kept.wrapped, 30) }, stored),
    'changed',
  ],
  [
    'with a key of a month that never was',
    ({ kept, stored }) => reading({ ...kept, wrappedBy: kept.wrappedBy.replace('-11', '-10') }, stored),
    'no_salt',
  ],
  [
    'with another secret',
    ({ kept, stored }) => reading(kept, stored, ring('2026-11-02T00:00:00Z.another secret of other cases')),
    'unknown_secret',
  ],
])('%s, it is refused and not shown', async (_, read, why) => {
  await expect(read(await written())).rejects.toMatchObject({ name: 'Unreadable', why })
})

test('once the salt of its month is destroyed, no key of that month opens, with whatever secret', async () => {
  const { kept, stored } = await written()
  await keys().forgetMonths(december)
  await expect(reading(kept, stored)).rejects.toMatchObject({ why: 'no_salt' })
})

test('a key that was wrapped anew opens the same words when the month before is forgotten', async () => {
  const { kept, stored, text } = await written()
  const again = await keys().rewrap(kept, december)
  await keys().forgetMonths(december)
  expect(await reading(again, stored)).toBe(text)
  await expect(reading(kept, stored)).rejects.toMatchObject({ why: 'no_salt' })
})

test('of two secrets both read, and the newer one writes when its time has come', async () => {
  const { kept, stored, text } = await written()
  const [next, before] = [
    '2026-11-28T04:00:00Z.the next secret of the cases',
    '2026-11-01T00:00:00Z.the secret of the cases of this test',
  ] as const
  const both = ring(next, before)
  expect(await reading(kept, stored, both)).toBe(text)
  expect((await both.rewrap(kept, now)).wrappedBy).toBe(kept.wrappedBy)
  const again = await both.rewrap(kept, new Date('2026-11-28T05:00:00Z'))
  expect(again.wrappedBy).not.toBe(kept.wrappedBy)
  expect(await reading(again, stored, ring(next))).toBe(text)
})

test('where two make the first salt of a month at once, each finds what the other wrapped', async () => {
  const rings = [keys(), keys()]
  const made = await Promise.all(rings.map((it, at) => it.make(`case ${at}`, december)))
  for (const { kept, key } of made) for (const it of rings) expect((await it.open(kept)).id).toBe(key.id)
})

test('a salt that was put in the place of another opens nothing', async () => {
  const { kept, stored } = await written()
  const [name = ''] = await files.list('keys/salts/')
  await files.remove(name)
  await files.create(name, crypto.getRandomValues(new Uint8Array(32)))
  await expect(reading(kept, stored)).rejects.toMatchObject({ why: 'no_salt' })
})

test('what is older than encryption is read as it was written, until that is refused', async () => {
  expect(await reading(null, 'No wages.')).toBe('No wages.')
  await keys().refusePlain()
  await expect(reading(null, 'No wages.')).rejects.toMatchObject({ why: 'plain' })
})
