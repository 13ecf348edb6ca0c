import { type Bytes, bytesOfNumber } from '../../../src/files/reading-bytes.ts'
import { bytes, type Maker } from './pieces.ts'

/** Five frames of silence at 64 kilobits and 44.1 kHz, of MPEG 1 in one channel. */
export const mp3: Maker = {
  kind: 'mp3',
  places: ['id3', 'encoder', 'id3v1', 'ape', 'lyrics'],
  make({ word, places }) {
    const having = (place: string, ...parts: Bytes[]) => (places.includes(place) ? parts : [])
    return bytes(
      ...having('id3', tag(frameOf('TPE1', `\0${word}`)), tag(frameOf('APIC', `\0image/png\0${word}`))),
      ...having(
        'encoder',
        frame(bytes(Array(17).fill(0), 'Xing', [0, 0, 0, 1, 0, 0, 0, 5], `LAME3.100${word}`)),
      ),
      ...Array.from({ length: 5 }, () => frame(bytes(''))),
      ...having('lyrics', bytes('LYRICSBEGIN', word, '000020LYRICS200')),
      ...having('ape', bytes('APETAGEX', [0, 7, 208, 0], word)),
      ...having('id3v1', bytes(`TAG${word}`.padEnd(128, '\0'))),
    )
  },
}

const length = 208

const frame = (content: Bytes) =>
  bytes([0xff, 0xfb, 0x50, 0xc0], content, Array(length - 4 - content.length).fill(0))

const frameOf = (name: string, text: string) => bytes(name, bytesOfNumber(text.length, 4), [0, 0], text)

function tag(content: Bytes): Bytes {
  const length = [21, 14, 7, 0].map((shift) => (content.length >> shift) & 127)
  return bytes('ID3', [4, 0, 0], length, content)
}
