import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** The house from the roof down: what stands in a row may import what stands below, and nothing beside it. */
const house = [
  ['index'],
  // What the service runs on is known to the entry alone; everybody else takes it as `platform/types`.
  ['app', 'schedule', 'queue', 'platform/cloudflare'],
  ['request', 'headers', 'body-limits', 'own-pages', 'health', 'platform/secrets', 'platform/r2-files'],
  ['intake', 'follow', 'signin', 'setup', 'desk', 'office', 'board', 'watch'],
  // What is written to people, for any surface to hand over: sign-in its code, the clock its news.
  ['mails'],
  // What a browser typed or was answered, until it goes on.
  ['keeping'],
  // The answer where a case cannot be opened, for whichever surface meets it.
  ['answer-unreadable'],
  // What draws a question of a form, for whichever surface asks it.
  ['ui/questions'],
  ['env'],
  // Counting cases, finding them by their words, and taking them out as tables.
  ['figures', 'search', 'exports'],
  ['cases'],
  ['engine'],
  // By it the engine finds who may hold a case and whom to tell, so it lies below, apart from its folder.
  ['cases/sight'],
  ['forms'],
  ['orgs'],
  ['notices'],
  ['mail', 'ui'],
  ['i18n'],
  // What opens the words of a case, below all who read them.
  ['encryption'],
  ['db'],
  // What people type, and the files they send, as they are meant; it knows nothing of where that goes.
  ['typed', 'files'],
  ['urls', 'log', 'platform/types'],
]

const domain = ['figures', 'search', 'exports', 'cases', 'engine', 'cases/sight', 'forms', 'orgs', 'notices']
const openToDomain = [...domain, 'encryption', 'db', 'typed', 'files', 'urls', 'log', 'platform/types']

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

test('what the house knows imports the database, addresses, the log, the port and itself only', () => {
  const wrong = imports.filter(({ from, to }) => domain.includes(from) && !openToDomain.includes(to))
  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('a platform knows its port and the log, and nothing of the house that stands on it', () => {
  const ofPlatform = (area: string) => area.startsWith('platform/')
  const wrong = imports.filter(({ from, to }) => ofPlatform(from) && !ofPlatform(to) && to !== 'log')
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

/** The folder below `src`; or what stands apart in it, as each file does in `platform`. */
function areaOf(path: string): string {
  const [first = '', second = ''] = path.replace(/\.tsx?$/, '').split('/')
  const isApart = first === 'platform' || path === 'cases/sight.ts' || path.startsWith('ui/questions/')
  return isApart ? `${first}/${second}` : first
}

function resolve(path: string, target: string): string {
  return new URL(target, `file:///${path}`).pathname.slice(1)
}

function floorOf(area: string): number {
  return house.findIndex((floor) => floor.includes(area))
}
