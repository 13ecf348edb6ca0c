import { bytes, type Maker } from './pieces.ts'

/** Three frames of silence; there is no place for anything else but behind a frame that was cut. */
export const amr: Maker = {
  kind: 'amr',
  places: ['behind'],
  make: ({ word, places }) =>
    bytes(
      '#!AMR\n',
      ...Array.from({ length: 3 }, () => bytes([0x7c])),
      ...(places.includes('behind') ? [bytes([0x3c], word.slice(0, 20))] : []),
    ),
}
