import { type FileKind, kindOfFile } from './kind-of-file.ts'
import type { Bytes } from './reading-bytes.ts'
import { strippedAmr } from './stripping/amr.ts'
import { strippedHeic } from './stripping/heic.ts'
import { strippedJpeg } from './stripping/jpeg.ts'
import { strippedMp3 } from './stripping/mp3.ts'
import { strippedMp4 } from './stripping/mp4.ts'
import { strippedOgg } from './stripping/ogg.ts'
import { strippedPng } from './stripping/png.ts'
import { strippedWebp } from './stripping/webp.ts'
import { Unfit, type Unfitness } from './unfit.ts'

export type Stripped = { ok: true; kind: FileKind; bytes: Bytes } | { ok: false; why: Unfitness }

/**
 * A photo or a sound with nothing in it but what shows or plays it, and which way up it is: not where, when, with
 * what or by whom it was made. Each kind is copied by what is known to be needed, never by what is known to be bad,
 * and in a time that grows with its length. What cannot be followed to its end is refused, and why comes back.
 */
export function stripped(bytes: Bytes): Stripped {
  const kind = kindOfFile(bytes)
  if (!kind) return { ok: false, why: 'unknown_kind' }
  try {
    return { ok: true, kind, bytes: strippers[kind](bytes) }
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return { ok: false, why: error.why }
  }
}

const strippers: Record<FileKind, (bytes: Bytes) => Bytes> = {
  jpeg: strippedJpeg,
  png: strippedPng,
  webp: strippedWebp,
  heic: strippedHeic,
  mp4: strippedMp4,
  mp3: strippedMp3,
  ogg: strippedOgg,
  amr: strippedAmr,
}
