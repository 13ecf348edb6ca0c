import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripped } from '../../src/files/stripped.ts'
import { holds, makers, someWish } from '../support/files/all.ts'
import { box } from '../support/files/boxes.ts'
import { heic, tiles } from '../support/files/heic.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { mp4, sounds } from '../support/files/mp4.ts'
import { bytes } from '../support/files/pieces.ts'
import { png } from '../support/files/png.ts'
import { webp } from '../support/files/webp.ts'

describe.each(makers)('a file of the kind $kind', ({ kind, places, make }) => {
  const maker = { kind, places, make }
  const full = { word: 'ABCDEFGHABCDEFGH', places, orientation: 6 }

  test('comes out as what it is, and smaller than all that stood in it', () => {
    expect(stripped(make({ ...full, places: [] }))).toMatchObject({ ok: true, kind })
    expect(holds(make(full), full.word)).toBe(true)
  })

  test('loses whatever metadata it came with, in whatever places', () => {
    fc.assert(
      fc.property(someWish(maker), (wish) => {
        const result = stripped(make(wish))
        expect(result).toMatchObject({ ok: true, kind })
        expect(result.ok && holds(result.bytes, wish.word)).toBe(false)
      }),
    )
  })

  test('is the same where it is stripped again', () => {
    fc.assert(
      fc.property(someWish(maker), (wish) => {
        const once = stripped(make(wish))
        expect(once.ok && stripped(once.bytes)).toEqual(once)
      }),
    )
  })

  test('cut anywhere, it is refused or has no metadata', () => {
    const whole = make(full)
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (length) => {
        const result = stripped(whole.slice(0, length))
        expect(result.ok && holds(result.bytes, full.word)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('damaged anywhere, it is refused, or has come out for good', () => {
    fc.assert(
      fc.property(fc.gen(), someWish(maker), (gen, wish) => {
        const damaged = make(wish)
        for (let left = gen(fc.integer, { min: 1, max: 4 }); left > 0; left -= 1)
          damaged[gen(fc.nat, { max: damaged.length - 1 })] = gen(fc.nat, { max: 255 })
        const once = stripped(damaged)
        expect(once.ok && stripped(once.bytes)).toEqual(once.ok && once)
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['a document', '%PDF-1.7', 'unknown_kind'],
  ['a drawing that runs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'unknown_kind'],
  ['a packed folder', 'PK\x03\x04', 'unknown_kind'],
  ['a moving picture of old', 'GIF89a', 'unknown_kind'],
  ['nothing', '', 'unknown_kind'],
  ['a photo that ends at once', '\xff\xd8\xff\xd9', 'broken'],
  ['a moving picture', 'RIFF\x0c\0\0\0WEBPANIM\0\0\0\0', 'moving'],
])('%s is refused', (_, content, why) => {
  expect(stripped(bytes(content))).toEqual({ ok: false, why })
})

const voice = mp4.make({ word: '', places: [], orientation: 1 })

test('a film is refused, and a sound that is in pieces', () => {
  const film = bytes(new TextDecoder('latin1').decode(voice).replace('soun', 'vide'))
  expect(stripped(film)).toEqual({ ok: false, why: 'moving' })
  expect(stripped(bytes(voice, box('moof')))).toEqual({ ok: false, why: 'cannot_be_stripped' })
})

test('of a photo and a sound in boxes nothing moves, and what shows or sounds is all there', () => {
  const wish = { word: 'ABCDEFGHABCDEFGH', places: heic.places, orientation: 3 }
  const photo = stripped(heic.make(wish))
  expect(photo.ok && tiles.every((tile) => holds(photo.bytes, tile))).toBe(true)
  const sound = stripped(mp4.make({ ...wish, places: mp4.places }))
  expect(sound.ok && sounds.every((chunk) => holds(sound.bytes, chunk))).toBe(true)
})

test.each([jpeg, png, webp])(
  'which way up a $kind is shown stays, and nothing else of its Exif',
  ({ make }) => {
    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const result = stripped(make({ word: 'ABCDEFGHABCDEFGH', places: ['exif'], orientation }))
      const exif = bytes('MM\0*', [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
      expect(result.ok && holds(result.bytes, new TextDecoder('latin1').decode(exif))).toBe(true)
    }
  },
)
