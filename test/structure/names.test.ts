import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** Names that stand in more than one folder, each with the one thing that it means in all of them. */
const shared: Record<string, string> = {
  routes: 'the handlers of a group of pages',
  frame: 'what is around each page of a surface: title and ways to go',
  'case-page': 'one case as a whole: of the union, and of its worker',
  acts: 'what may be done with a case from its page',
  consents: 'what a worker agreed to that others are told of him: read, and shown to each side',
  history: 'what happened to a case, in order: read, and shown to each side',
  thread: 'the messages of a case both ways',
  process: 'a process by which cases go: its shape, and each one',
  beginning: 'how a new case of a process begins',
  effects: 'what lines change beyond themselves',
  subject: 'what a case is to those who act on it, and what an act is given',
  guards: 'what must hold before something may be done',
  all: 'all of one kind that there are, in one list',
}

/** In these a file is named after the room whose texts or tables it holds, or the kind of question or of file. */
const shelves = /^(?:i18n\/(?:zh|en)|db\/tables|forms\/kinds|ui\/questions|files\/stripping)\//

test('no base name in two folders means two things', () => {
  const named = sources.map(([path]) => path).filter((path) => !shelves.test(path))
  const byName = Map.groupBy(named, nameOf)
  const twice = [...byName].filter(([, paths]) => paths.length > 1)
  const strange = twice.filter(([name]) => !(name in shared)).flatMap(([, paths]) => paths)
  expect(strange).toEqual([])
  expect(Object.keys(shared).sort()).toEqual(twice.map(([name]) => name).sort())
})

test('both languages keep their texts in files of the same names', () => {
  const textsOf = (locale: string) =>
    sources.map(([path]) => path).filter((path) => path.startsWith(`i18n/${locale}/`))
  expect(textsOf('zh').map(nameOf)).toEqual(textsOf('en').map(nameOf))
})

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.tsx?$/, '')
}
