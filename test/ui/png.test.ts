import { expect, test } from 'vitest'
import { pngOf } from '../../src/ui/png.ts'

test('squares become a picture of as many pixels, dark where they are dark', async () => {
  const squares = [
    [true, false, true],
    [false, false, true],
  ]
  const { width, height, lines } = await readPng(await pngOf(squares, 8))
  expect([width, height]).toEqual([24, 16])
  const top = [0, 0x00, 0xff, 0x00]
  const bottom = [0, 0xff, 0xff, 0x00]
  expect(lines).toEqual([...Array(8).fill(top), ...Array(8).fill(bottom)])
})

/** What the format says of it: head, lines of one bit a pixel after a filter byte, all checked. */
async function readPng(address: string) {
  const bytes = Uint8Array.from(atob(address.replace('data:image/png;base64,', '')), (one) =>
    one.charCodeAt(0),
  )
  expect([...bytes.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const view = new DataView(bytes.buffer)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const length = view.getUint32(33)
  const data = bytes.slice(41, 41 + length)
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'))
  const flat = [...new Uint8Array(await new Response(stream).arrayBuffer())]
  const perLine = flat.length / height
  const lines = Array.from({ length: height }, (_, at) => flat.slice(at * perLine, (at + 1) * perLine))
  // The end is the same in every file there is, checksum and all.
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]
  expect([...bytes.slice(45 + length)]).toEqual(end)
  return { width, height, lines }
}
