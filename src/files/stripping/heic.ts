import { type Bytes, hasLetters, lettersAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import {
  type Box,
  boxesIn,
  boxesOf,
  boxOrNone,
  dataOf,
  keepBoxes,
  keepRanges,
  onlyBox,
  rename,
  setFree,
} from './boxes.ts'
import { type Item, itemsIn, primaryIn, propertiesIn, type Reference, referencesIn } from './items.ts'

/**
 * A HEIC (ISO/IEC 23008-12) of its picture and the tiles it is made of: their bytes stay where they are, and all
 * else is overwritten where it lies: Exif, XMP, thumbnails, depths, further pictures, films. Which way up is a
 * property of the picture, and stays.
 */
export function strippedHeic(bytes: Bytes): Bytes {
  const file = bytes.slice()
  const boxes = boxesIn(file, 0, file.length)
  const meta = onlyBox(boxes, 'meta')
  const inside = boxesIn(file, meta.at + 4, meta.end)
  const items = itemsIn(file, inside)
  const references = referencesIn(file, inside)
  const kept = pictureOf(primaryIn(file, inside), items, references, file.length)
  const data = boxOrNone(inside, 'idat')
  const extents = (isInside: boolean, from: number) =>
    kept
      .filter((item) => item.isInside === isInside)
      .flatMap((item) => item.extents.map((extent) => ({ from: extent.from + from, to: extent.to + from })))
  const inFile = extents(false, 0)
  const inData = extents(true, data?.at ?? 0)
  const places = dataOf(boxes)
  const lies = ({ from, to }: { from: number; to: number }, places: Box[]) =>
    places.some(({ at, end }) => from >= at && to <= end)
  mustBe(
    inFile.every((range) => lies(range, places)) && inData.every((range) => lies(range, data ? [data] : [])),
  )
  keepBoxes(file, boxes, {
    ftyp: () => undefined,
    meta: () => keepMeta(file, inside),
    mdat: ({ at, end }) => keepRanges(file, bytes, { from: at, to: end }, inFile),
  })
  if (data) keepRanges(file, bytes, { from: data.at, to: data.end }, inData)
  dropItems(file, items, references, new Set(kept.map(({ id }) => id)))
  return file
}

/** The picture and whatever it is put together from, to any depth. */
function pictureOf(primary: number, items: Item[], references: Reference[], most: number): Item[] {
  mustBe(items.length <= mostItems && references.length <= mostItems, 'cannot_be_stripped')
  // Two of one number: nobody can say which of them is meant.
  mustBe(new Set(items.map(({ id }) => id)).size === items.length)
  const wanted = new Set([primary])
  for (const id of wanted) {
    const parts = references.filter(({ type, from }) => type === 'dimg' && from === id)
    for (const part of parts.flatMap(({ to }) => to)) wanted.add(part)
  }
  const found = items.filter(({ id }) => wanted.has(id))
  mustBe(found.length === wanted.size)
  mustBe(
    found.every(({ type }) => pictures.has(type)),
    'cannot_be_stripped',
  )
  const length = found.flatMap(({ extents }) => extents).reduce((sum, { from, to }) => sum + to - from, 0)
  mustBe(length > 0 && length <= most)
  return found
}

/** A photo of 48 million pixels has some two hundred tiles. */
const mostItems = 2000

/** Coded, or a grid, an overlay or a turned one of coded ones. */
const pictures = new Set(['hvc1', 'grid', 'iovl', 'iden'])

function keepMeta(file: Bytes, boxes: Box[]): void {
  const asItIs = () => undefined
  keepBoxes(file, boxes, {
    hdlr: ({ at, end }) => {
      mustBe(end - at >= 24 && lettersAt(file, at + 8, 4) === 'pict')
      file.fill(0, at + 12, end)
    },
    pitm: asItIs,
    iinf: asItIs,
    iloc: asItIs,
    iref: asItIs,
    idat: asItIs,
    iprp: (box) => keepBoxes(file, boxesOf(file, box), { ipco: asItIs, ipma: asItIs }),
  })
  for (const property of propertiesIn(file, boxes)) if (!isKept(file, property)) setFree(file, property)
}

/** What shows the picture as it is meant; a profile of colours tells one screen or camera from another. */
function isKept(file: Bytes, { type, at, end }: Box): boolean {
  return type === 'colr' ? hasLetters(file, at, 'nclx') && end - at === 11 : properties.has(type)
}

const properties = new Set(['hvcC', 'ispe', 'pixi', 'irot', 'imir', 'clap', 'pasp'])

/** Takes the names of all items, and of those that are gone what they were and that anything belongs to them. */
function dropItems(file: Bytes, items: Item[], references: Reference[], kept: Set<number>): void {
  for (const { id, typeAt, infoEnd } of items) {
    file.fill(0, typeAt + 4, infoEnd)
    if (!kept.has(id)) rename(file, typeAt, 'free')
  }
  for (const { from, to, typeAt } of references)
    if (![from, ...to].every((id) => kept.has(id))) rename(file, typeAt, 'free')
}
