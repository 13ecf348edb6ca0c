/** How large all that a ZIP holds says it is, in bytes; null where it is no ZIP, or does not say it of something. */
export function unzippedSize(file: Uint8Array): number | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = endOf(view)
  if (end === null) return null
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directory) return null
    const [packed, whole] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    // What says nothing of itself is read by what stands before it, which says what it likes.
    const isSilent = (view.getUint16(at + 8, true) & streamed) !== 0 && (packed === 0 || whole === 0)
    if (isSilent || (whole === 0 && packed > 2)) return null
    size += whole
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}

/** The signs by which its parts begin (PKWARE, APPNOTE 4.3). */
const directory = 0x02014b50
const endOfDirectory = 0x06054b50
/** Sizes stand behind the data. */
const streamed = 8

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  return null
}
