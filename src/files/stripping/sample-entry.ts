import { type Bytes, numberAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { type Box, boxesIn, keepBoxes } from './boxes.ts'

/** How the sound is coded: one entry, of a kind that phones record, with what sets its decoder up and nothing else. */
export function keepSampleEntry(file: Bytes, { at, end }: Box): void {
  const [entry, ...others] = boxesIn(file, at + 8, end)
  mustBe(entry !== undefined && others.length === 0 && codings.has(entry.type), 'cannot_be_stripped')
  // What QuickTime adds in later versions is not read.
  mustBe(numberAt(file, entry.at + 8, 2) === 0, 'cannot_be_stripped')
  file.fill(0, entry.at, entry.at + 6)
  // Version, revision and vendor.
  file.fill(0, entry.at + 8, entry.at + 16)
  keepBoxes(file, boxesIn(file, entry.at + 28, entry.end), {
    esds: isShort,
    alac: isShort,
    damr: isShort,
    dOps: isShort,
    btrt: isShort,
  })
}

/** AAC and MP3, Apple's lossless, AMR of both widths, Opus. */
const codings = new Set(['mp4a', 'alac', 'samr', 'sawb', 'Opus'])

/** Such a box has a few numbers; one that is longer holds something else. */
const isShort = ({ at, end }: Box) => mustBe(end - at <= 160, 'cannot_be_stripped')
