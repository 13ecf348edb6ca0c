import { PosterDrawing } from './poster-drawing.tsx'
import { DrawnAgain } from './poster-frame.tsx'
import { drawingsOn, type PosterSize } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'
import { StickerDrawing } from './sticker-drawing.tsx'

/** One sheet of paper, with as many drawings of the site as belong on it. */
export function Poster({ facts, size }: { facts: PosterFacts; size: PosterSize }) {
  const Drawn = size === 'stickers' ? StickerDrawing : PosterDrawing
  return (
    <article class={`poster ${size}`}>
      <Drawn facts={facts} />
      {Array.from({ length: drawingsOn[size] - 1 }, () => (
        <DrawnAgain code={facts.code} />
      ))}
    </article>
  )
}
