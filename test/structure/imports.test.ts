import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** The house from the roof down: what stands in a row may import what stands below, and nothing beside it. */
const house = [
  ['index'],
  ['app', 'schedule', 'queue'],
  ['request', 'health'],
  ['intake', 'follow', 'signin', 'setup', 'desk', 'office', 'board', 'watch'],
  // What is written to people, for any surface to hand over: sign-in its code, the clock its news.
  ['mails'],
  ['env'],
  ['figures'],
  ['cases'],
  ['forms'],
  ['orgs'],
  ['mail', 'ui'],
  ['i18n'],
  ['db'],
  ['urls'],
]

const domain = ['figures', 'cases', 'forms', 'orgs']
const openToDomain = [...domain, 'db', 'urls']

interface Import {
  from: string
  to: string
  line: string
}

const imports: Import[] = sources.flatMap(([path, text]) =>
  relativeImports(text).map((target) => ({
    from: areaOf(path),
    to: areaOf(resolve(path, target)),
    line: `${path} imports ${target}`,
  })),
)

test('every file has its place in the house', () => {
  const strangers = sources.filter(([path]) => floorOf(areaOf(path)) < 0).map(([path]) => path)
  expect(strangers).toEqual([])
})

test('imports run one way, down the house; surfaces never import each other', () => {
  expect(imports.length).toBeGreaterThan(200)
  const wrong = imports.filter(({ from, to }) => from !== to && floorOf(from) >= floorOf(to))
  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('what the house knows imports the database, addresses and itself only', () => {
  const wrong = imports.filter(({ from, to }) => domain.includes(from) && !openToDomain.includes(to))
  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('what the house knows speaks neither HTTP nor JSX', () => {
  const files = sources.filter(([path]) => domain.includes(areaOf(path)))
  expect(files.filter(([path, text]) => path.endsWith('.tsx') || /from 'hono/.test(text))).toEqual([])
})

function relativeImports(text: string): string[] {
  const patterns = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g
  return [...text.matchAll(patterns)].map(([, target = '']) => target)
}

/** The folder below `src`, or the name of a file that stands there by itself. */
function areaOf(path: string): string {
  return path.split('/')[0]?.replace(/\.tsx?$/, '') ?? ''
}

function resolve(path: string, target: string): string {
  return new URL(target, `file:///${path}`).pathname.slice(1)
}

function floorOf(area: string): number {
  return house.findIndex((floor) => floor.includes(area))
}
