/**
 * A picture of dark and light squares as a PNG in an address of its own: phones keep it in their albums when it is
 * pressed long, which they do with no drawing in SVG. Each square is so many pixels wide.
 */
export async function pngOf(squares: boolean[][], pixels: number): Promise<string> {
  const width = (squares[0]?.length ?? 0) * pixels
  const height = squares.length * pixels
  const head = new Uint8Array([...bytesOf(width), ...bytesOf(height), 1, 0, 0, 0, 0])
  const lines = squares.flatMap((row) => Array.from({ length: pixels }, () => lineOf(row, pixels)))
  const file = [
    signature,
    chunk('IHDR', head),
    chunk('IDAT', await deflated(new Uint8Array(lines.flat()))),
    chunk('IEND', new Uint8Array()),
  ]
  const bytes = file.flatMap((part) => [...part])
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`
}

const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])

/** One line of pixels, a bit each and light for 1, after the number of the filter: none. */
function lineOf(row: boolean[], pixels: number): number[] {
  const bits = row.flatMap((dark) => Array.from({ length: pixels }, () => (dark ? 0 : 1)))
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce<number>((sum, bit, place) => sum | (bit << (7 - place)), 0),
  )
  return [0, ...bytes]
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Length, name, content, and a checksum of the latter two. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = [...new TextEncoder().encode(name), ...content]
  return new Uint8Array([...bytesOf(content.length), ...named, ...bytesOf(crc(named))])
}

const bytesOf = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255)

/** The checksum of PNG (ISO 3309), bit by bit: a picture has few bytes. */
function crc(bytes: number[]): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
