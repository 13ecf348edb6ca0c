/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from 'vitest'
import { sources } from './sources.ts'

const documents = Object.entries(
  import.meta.glob<string>(['/*.md', '/docs/**/*.md'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, text]): [path: string, text: string] => [path.slice(1), text])

const files = new Set(
  Object.keys(import.meta.glob(['/*', '/{docs,migrations,public,scripts,src,test}/**/*'])).map((path) =>
    path.slice(1),
  ),
)
// A glob leaves out the file that it stands in.
files.add('test/structure/docs.test.ts')
const folders = new Set(
  [...files].flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
)
const exists = (path: string) => files.has(path) || folders.has(path)

/** Made here, and so not there in a fresh clone. */
const made = ['public/huying.css', 'public/unsent.js']

test('every link of a document leads somewhere', () => {
  const broken = documents.flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => new URL(target, `file:///${path}`).pathname.slice(1).replace(/\/$/, ''))
      .filter((target) => !exists(target))
      .map((target) => `${path}: ${target}`),
  )
  expect(documents.length).toBeGreaterThan(20)
  expect(broken).toEqual([])
})

test('every file that a document names is there', () => {
  const inRoot = /^(?:docs|migrations|public|scripts|src|test)(?:\/[\w.-]+)+\/?$/
  const missing = documents
    .filter(([path]) => path !== 'CHANGELOG.md')
    .flatMap(([path, text]) =>
      [...text.matchAll(/`([^`\s]+)`/g)]
        .map(([, named = '']) => named.replace(/\/$/, ''))
        .filter((named) => inRoot.test(named) && !exists(named) && !made.includes(named))
        .map((named) => `${path}: ${named}`),
    )
  expect(missing).toEqual([])
})

test('every file that a comment of the sources names is there', () => {
  const names = new Set(sources.map(([path]) => path))
  const missing = [...sources].flatMap(([path, text]) =>
    [...text.matchAll(/`((?:[\w-]+\/)*[\w-]+\.tsx?)`/g)]
      .map(([, named = '']) => named)
      .filter((named) => ![...names].some((one) => one === named || one.endsWith(`/${named}`)))
      .map((named) => `${path}: ${named}`),
  )
  expect(missing).toEqual([])
})

test('decisions are numbered without a gap, and each is in the list', () => {
  const decisions = documents.map(([path]) => path).filter((path) => /^docs\/decisions\/\d/.test(path))
  const list = documents.find(([path]) => path === 'docs/decisions/README.md')?.[1] ?? ''
  decisions.sort().forEach((path, at) => {
    const number = String(at + 1).padStart(4, '0')
    const name = path.replace('docs/decisions/', '')
    expect(name).toMatch(new RegExp(`^${number}-`))
    expect(documents.find(([one]) => one === path)?.[1]).toMatch(new RegExp(`^# ${at + 1}\\. `))
    expect(list).toContain(`](${name})`)
  })
  expect(decisions.length).toBeGreaterThan(20)
})
