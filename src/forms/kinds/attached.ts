import * as v from 'valibot'
import { sizeText } from '../../files/file-size.ts'
import { type FileKind, fileKinds, isPicture } from '../../files/kind-of-file.ts'
import type { Attached, Posted } from '../answers.ts'
import { because, type Kind, type Reader } from './kind.ts'
import { question, yes } from './settings.ts'

/** The most files of a form, all its questions together. */
export const mostFiles = 10

/** The settings of a question that is answered with files. */
export const attaching = {
  ...question,
  /** How many it takes. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFiles)), 3),
  /** That each is evidence: it is kept as it came as well, and opened by an act alone. */
  evidence: yes,
}

interface Attaching {
  name: string
  most: number
}

/** Of a kind that is answered with files: they come one by one, and stand in the form by what was written of them then. */
export function withFiles<Asked extends Attaching>(takes: (kind: FileKind) => boolean) {
  return {
    takesSeveral: true,
    takesFile: takes,
    wants: 'file',
    controls: ({ name }) => [name],
    read({ name }, posted) {
      const lines = linesIn(name, posted)
      return lines.length > 0 ? lines : undefined
    },
    check: ({ most }) =>
      v.pipe(
        v.array(file),
        v.check((all) => all.every(({ kind }) => takes(kind)), because('not_offered')),
        v.check((all) => new Set(all.map(({ file }) => file)).size === all.length, because('twice')),
        v.check((all) => all.length <= most, because('too_many_files')),
      ),
    measure: ({ name, most }, posted) => ({ most, now: linesIn(name, posted).length }),
    show: (_, given, reader) =>
      given.map((one) => fileText(one, reader)).join(reader.locale === 'zh' ? '、' : '; '),
    cell: (_, given) => given.length,
    written: () => [],
    files: (given) => given,
  } satisfies Kind<Asked, Attached[]>
}

const file = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Attached => {
    const known = fileOfLine(dataset.value)
    if (known) return known
    addIssue({ message: because('not_offered') })
    return NEVER
  }),
)

/** As what a file stands in a form. */
export function lineOf({ file, kind, size, original }: Attached): string {
  return `${file} ${kind} ${size}${original ? ' original' : ''}`
}

/** Those that a form holds for a question. */
export function attachedIn(name: string, posted: Posted): Attached[] {
  return linesIn(name, posted).flatMap((line) => fileOfLine(line) ?? [])
}

/** A photo or a voice note, and how large it is. */
export function fileText({ kind, size }: Omit<Attached, 'file'>, { files }: Pick<Reader, 'files'>): string {
  return (isPicture(kind) ? files.photo : files.sound)(sizeText(size))
}

const linesIn = (name: string, posted: Posted) => posted.all(name).filter(Boolean)

/** The file that a line stands for; null where it stands for none. */
export function fileOfLine(line: string): Attached | null {
  const [file = '', kind = '', size = '', original] = line.split(' ')
  const known = fileKinds.find((one) => one === kind)
  return known && /^[a-z0-9]{8,64}$/.test(file) && /^\d{1,9}$/.test(size)
    ? { file, kind: known, size: Number(size), ...(original ? { original: true as const } : {}) }
    : null
}
