import type { Run } from '../../engine/leaks.ts'
import { bareText } from './bare-text.ts'
import { doubles, surnames } from './persons-in.ts'

const chinese = new RegExp(`(?=((?:${doubles}|[${surnames}])\\p{Script=Han}{1,2}))`, 'gu')
const latin = /[A-Z][a-z]+(?:[ '’-]+[A-Z][a-z]+)+/g

/**
 * Whatever looks like a name in a text, by its shape alone: a surname with one character more or two, whatever stands
 * between them, and Latin words that begin large. Far too much, so that a name among them does not stand out.
 */
export function namesLike(text: string): Run[] {
  const bare = bareText(text)
  const of = (from: number, to: number): Run => ({ from, to, why: 'name' })
  return [
    ...[...bare.text.matchAll(chinese)].map(({ 1: name = '', index }) =>
      of(bare.from[index] ?? 0, bare.to[index + name.length - 1] ?? 0),
    ),
    ...[...text.matchAll(latin)].map(({ 0: name, index }) => of(index, index + name.length)),
  ]
}
