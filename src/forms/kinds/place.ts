import * as v from 'valibot'
import { type Coordinates, readCoordinates } from '../../typed/coordinates.ts'
import type { Located, Posted } from '../answers.ts'
import { line, lineMeasure } from './cleaned.ts'
import { controlOf, postedParts } from './in-parts.ts'
import { because, type Kind } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('place'), ...question })
type Place = v.InferOutput<typeof settings>

/** The longest words for a place. */
const most = 200

export const degrees = ['latitude', 'longitude'] as const

/** Where something is: in words, and to a hundred metres where a phone was allowed to say so, or both numbers are known. */
export const place: Kind<Place, Located> = {
  wants: 'words',
  controls: (asked) => [asked.name, ...degrees.map((one) => controlOf(asked, one))],
  read(asked, posted) {
    const [words, { latitude = '', longitude = '' }] = [posted.get(asked.name), numbers(asked, posted)]
    return words || latitude || longitude ? { words, latitude, longitude } : undefined
  },
  check: () => fromBoth,
  measure: ({ name }, posted) => lineMeasure(posted.get(name), most),
  faultyParts(asked, posted) {
    const { latitude = '', longitude = '' } = numbers(asked, posted)
    return latitude + longitude === '' || readCoordinates(latitude, longitude).ok ? [] : [...degrees]
  },
  show: (_, given) => located(given),
  cell: (_, given) => located(given),
  written: ({ words }) => (words ? [words] : []),
}

function numbers(asked: Place, posted: Posted) {
  return postedParts(asked, degrees, posted)
}

const fromBoth = v.pipe(
  v.object({ words: line(most), latitude: v.string(), longitude: v.string() }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Located => {
    const { words, latitude, longitude } = dataset.value
    if (latitude + longitude === '') return { words }
    const read = readCoordinates(latitude, longitude)
    if (read.ok) return { words, at: read.at }
    addIssue({ message: because(read.why === 'outside' ? 'not_in_china' : 'not_coordinates') })
    return NEVER
  }),
)

function located({ words, at }: Located): string {
  return [words, at && inNumbers(at)].filter(Boolean).join(' ')
}

/** As a map takes them, whatever the language. */
function inNumbers([north, east]: Coordinates): string {
  return `(${north.toFixed(3)}, ${east.toFixed(3)})`
}
