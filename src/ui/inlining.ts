import type { Context } from 'hono'
import type { View } from './view.ts'

/**
 * Has the page of this answer bring the style sheet along, so that a first visit is one request. The header that
 * permits just this sheet comes of the same mark. For pages that people open first; all others share the file.
 */
export function bringStyles<E extends { Variables: { view: View } }>(c: Context<E>): View {
  const view: View = { ...c.var.view, bringsStyles: true }
  c.set('view', view)
  return view
}
