import { type ReadFile, readDefinitionFile } from '../../../forms/definition-files.ts'
import type { Problem } from '../../../forms/faults.ts'
import type { Json } from '../../../forms/json.ts'
import { formIn } from '../../../forms/xlsform/form-in.ts'
import type { Lost } from '../../../forms/xlsform/sheets.ts'
import type { FormWithBytes } from '../../../ui/form-with-bytes.ts'
import type { View } from '../../../ui/view.ts'
import { noJsonInWords } from '../fault-in-words.ts'
import { standingOf } from '../making/tasks.ts'
import { inLines } from '../making/text-task.tsx'

/** The largest file that is taken, in bytes. */
const largest = 1024 * 1024

/** What came in as a form, from a file or as a text; or why not, by the field that it is about. */
export type In =
  | { ok: true; definition: Json; lost: Lost[] }
  | { ok: false; field: 'file' | 'json'; error: string }

export async function definitionIn(view: View, { form, file }: FormWithBytes): Promise<In> {
  const words = view.m.formFiles.in.wrong
  const bytes = file?.bytes
  if (!bytes) {
    const text = form.get('json')
    // A browser that sends no file along says its name.
    const error = form.get('file') ? words.again : words.nothing
    return text ? inField(view, 'json', text) : { ok: false, field: 'file', error }
  }
  if (bytes.byteLength > largest) return { ok: false, field: 'file', error: words.too_large }
  if (isZip(bytes)) return fromWorkbook(view, bytes)
  const text = textOf(bytes)
  return text === null ? { ok: false, field: 'file', error: words.not_text } : inField(view, 'file', text)
}

function inField(view: View, field: 'file' | 'json', text: string): In {
  const read = readDefinitionFile(text)
  if (!read.ok) return { ok: false, field, error: whyNot(view, read) }
  const strange = standingOf(read).open.publish.filter(isStrange)
  return strange.length > 0 ? { ok: false, field, error: inLines(view, strange) } : { ...read, lost: [] }
}

/** By a library that no other page evaluates. */
async function fromWorkbook(view: View, bytes: Uint8Array): Promise<In> {
  const { workbookIn } = await import('../../../forms/xlsform/workbook-in.ts')
  const read = await workbookIn(bytes)
  const words = view.m.formFiles.in.wrong
  if (!read.ok) {
    const error = read.why === 'too_large' ? words.unpacked : words[read.why]
    return { ok: false, field: 'file', error }
  }
  const { definition, lost } = formIn(read.sheets)
  return { ok: true, definition, lost: [...lost, ...read.lost] }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** What no page of the office could put right; all else that is wrong is said where it can be. */
function isStrange({ fault }: Problem): boolean {
  return ['wrong_kind', 'not_offered', 'not_spelled', 'unknown_key'].includes(fault)
}

function whyNot({ m }: View, read: Extract<ReadFile, { ok: false }>): string {
  return read.why === 'not_a_form' ? m.formFiles.in.wrong.not_a_form : noJsonInWords(m.office.forms, read)
}

/** Null where it is no text. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}
