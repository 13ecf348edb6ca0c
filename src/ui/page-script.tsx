import { raw } from 'hono/html'
import pageScript from '#page-script'
import { urls } from '../urls.ts'
import type { View } from './view.ts'

/** Counts under long texts while they are written; within the page where that brings all along, by its hash. */
export function PageScript({ view: { m, bringsStyles, release } }: { view: View }) {
  const words = { 'data-left': m.common.charactersLeft, 'data-over': m.common.charactersOver }
  if (bringsStyles) return <script {...words}>{raw(pageScript.js)}</script>
  return <script src={`${urls.pageScript}?${release}`} defer {...words} />
}
