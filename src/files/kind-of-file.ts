import { type Bytes, hasLetters, lettersAt, numberAt, part } from './reading-bytes.ts'

export const fileKinds = ['jpeg', 'png', 'webp', 'heic', 'mp4', 'mp3', 'ogg', 'amr'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a browser is told that it is, and how its name ends. */
export const typeOfKind: Record<FileKind, { type: string; ending: string }> = {
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  webp: { type: 'image/webp', ending: 'webp' },
  heic: { type: 'image/heic', ending: 'heic' },
  mp4: { type: 'audio/mp4', ending: 'm4a' },
  mp3: { type: 'audio/mpeg', ending: 'mp3' },
  ogg: { type: 'audio/ogg', ending: 'ogg' },
  amr: { type: 'audio/amr', ending: 'amr' },
}

export const isPicture = (kind: FileKind) => typeOfKind[kind].type.startsWith('image/')
export const isSound = (kind: FileKind) => !isPicture(kind)

/** Whether every browser shows it by itself. */
export const isShown = (kind: FileKind) => ['jpeg', 'png', 'webp'].includes(kind)

/** What a file is by how it begins, whatever its name and its sender say; null for all that is not taken. */
export function kindOfFile(bytes: Bytes): FileKind | null {
  const found = beginnings.find(({ letters, at = 0 }) => hasLetters(bytes, at, letters))
  if (found) return found.kind
  if (hasLetters(bytes, 0, 'RIFF') && hasLetters(bytes, 8, 'WEBP')) return 'webp'
  if (hasLetters(bytes, 4, 'ftyp')) return kindOfBrands(bytes)
  return isMp3(bytes) ? 'mp3' : null
}

const beginnings: { kind: FileKind; letters: string; at?: number }[] = [
  { kind: 'jpeg', letters: '\xff\xd8\xff' },
  { kind: 'png', letters: '\x89PNG\r\n\x1a\n' },
  { kind: 'ogg', letters: 'OggS' },
  { kind: 'amr', letters: '#!AMR' },
  { kind: 'mp3', letters: 'ID3' },
]

/** Of the files in boxes (ISO/IEC 14496-12) the brands tell pictures from sound. */
function kindOfBrands(bytes: Bytes): FileKind | null {
  const size = numberAt(part(bytes, 0, 4), 0, 4)
  if (size < 16 || size > 256 || size % 4 !== 0 || size > bytes.length) return null
  const brands = Array.from({ length: (size - 8) / 4 }, (_, at) => lettersAt(bytes, 8 + at * 4, 4))
  if (brands.some((brand) => pictures.has(brand))) return 'heic'
  return brands.some((brand) => sounds.test(brand)) ? 'mp4' : null
}

const pictures = new Set(['heic', 'heix', 'heim', 'heis'])
const sounds = /^(?:M4[AB] |mp4[12]|iso[m2-6]|3g[pg]\d)$/

/** Eleven bits in a row, of MPEG 1, 2 or 2.5, and layer III (ISO/IEC 11172-3). */
function isMp3(bytes: Bytes): boolean {
  const [first = 0, second = 0] = bytes
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02
}
