import { type Bytes, lettersAt, numberAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import {
  type Box,
  boxesIn,
  boxesOf,
  dataOf,
  keepBoxes,
  keepRanges,
  ofLength,
  ofRows,
  onlyBox,
  setFree,
} from './boxes.ts'
import { chunksOf } from './chunks.ts'
import { keepSampleEntry } from './sample-entry.ts'

/**
 * An M4A or 3GP (ISO/IEC 14496-12) of one sound: its tables, and the bytes they point at. Times, names, places and
 * what nobody knows are overwritten where they lie, so that nothing moves. One with pictures is refused, and one in
 * fragments.
 */
export function strippedMp4(bytes: Bytes): Bytes {
  const file = bytes.slice()
  const boxes = boxesIn(file, 0, file.length)
  mustBe(!boxes.some(({ type }) => type === 'moof'), 'cannot_be_stripped')
  const movie = onlyBox(boxes, 'moov')
  const sound = soundOf(file, boxesOf(file, movie))
  const chunks = chunksOf(bytes, tablesOf(file, sound))
  const places = dataOf(boxes)
  mustBe(chunks.every(({ from, to }) => places.some(({ at, end }) => from >= at && to <= end)))
  keepBoxes(file, boxes, {
    ftyp: () => undefined,
    moov: () => keepMovie(file, movie, sound),
    mdat: ({ at, end }) => keepRanges(file, bytes, { from: at, to: end }, chunks),
  })
  return file
}

/** The one track that sounds; where another one shows pictures, it is no voice note. */
function soundOf(file: Bytes, boxes: Box[]): Box {
  const tracks = boxes.filter(({ type }) => type === 'trak')
  const handlers = tracks.map((track) => handlerOf(file, track))
  mustBe(!handlers.includes('vide'), 'moving')
  const sounding = tracks.filter((_, at) => handlers[at] === 'soun')
  const [sound] = sounding
  mustBe(sound !== undefined && sounding.length === 1, 'cannot_be_stripped')
  return sound
}

function handlerOf(file: Bytes, track: Box): string {
  const media = onlyBox(boxesOf(file, track), 'mdia')
  return lettersAt(file, onlyBox(boxesOf(file, media), 'hdlr').at + 8, 4)
}

function tablesOf(file: Bytes, track: Box): Box[] {
  const media = onlyBox(boxesOf(file, track), 'mdia')
  const information = onlyBox(boxesOf(file, media), 'minf')
  return boxesOf(file, onlyBox(boxesOf(file, information), 'stbl'))
}

function keepMovie(file: Bytes, movie: Box, sound: Box): void {
  keepBoxes(file, boxesOf(file, movie), {
    mvhd: timeless(file, 100, 112),
    trak: (box) => {
      if (box.start === sound.start) keepTrack(file, box)
      else setFree(file, box)
    },
  })
}

function keepTrack(file: Bytes, track: Box): void {
  const within = (kept: Record<string, (box: Box) => void>) => (box: Box) =>
    keepBoxes(file, boxesOf(file, box), kept)
  within({
    tkhd: timeless(file, 84, 96),
    edts: within({ elst: ofRows(file, 4, 12, 20) }),
    mdia: within({
      mdhd: (box) => {
        timeless(file, 24, 36)(box)
        // In no language: that of the phone is nobody's business.
        file.set([0x55, 0xc4, 0, 0], box.end - 4)
      },
      hdlr: (box) => keepHandler(file, box),
      minf: within({
        smhd: ofLength(file, 8),
        dinf: within({ dref: (box) => mustBe(isHere(file, box), 'cannot_be_stripped') }),
        stbl: within({
          stsd: (box) => keepSampleEntry(file, box),
          stts: ofRows(file, 4, 8),
          stsc: ofRows(file, 4, 12),
          stsz: () => undefined,
          stco: ofRows(file, 4, 4),
          co64: ofRows(file, 4, 8),
        }),
      }),
    }),
  })(track)
}

/** A head without the times at which it was made and changed. */
function timeless(file: Bytes, ...byVersion: [number, number]): (box: Box) => void {
  return (box) => {
    ofLength(file, ...byVersion)(box)
    file.fill(0, box.at + 4, box.at + (numberAt(file, box.at, 1) === 0 ? 12 : 20))
  }
}

/** That it sounds, and not who wrote it. */
function keepHandler(file: Bytes, { at, end }: Box): void {
  mustBe(end - at >= 24)
  file.fill(0, at + 4, at + 8)
  file.fill(0, at + 12, end)
}

/** Whether the sound lies in this file, and no address is named. */
function isHere(file: Bytes, { at, end }: Box): boolean {
  const [entry, ...others] = boxesIn(file, at + 8, end)
  return entry?.type === 'url ' && entry.end - entry.at === 4 && others.length === 0
}
