import type { Context } from 'hono'
import { type KeptFile, keepFile, keepWithOriginal, markOf } from '../../cases/filed/kept-files.ts'
import type { AppEnv } from '../../env.ts'
import { filesOf } from '../../forms/draft-files.ts'
import type { FileQuestion } from '../../forms/file-questions.ts'
import type { FormDraft } from '../../forms/form-drafts.ts'
import { kindOf } from '../../forms/kinds/all.ts'
import { attachedIn, lineOf } from '../../forms/kinds/attached.ts'
import { fileError } from '../../ui/file-error.ts'
import { bodyOf } from '../../ui/form-body.ts'
import type { SentFile } from '../../ui/sent-form.ts'
import type { View } from '../../ui/view.ts'

/** A file that came with a page: kept for its question, or what is said there because it was not. */
export type Attaching = { question: FileQuestion } & ({ kept: KeptFile | null } | { error: string })

/** Keeps a file that came with a page, before the draft says so; the same file once more is the first one. */
export async function attach(
  c: Context<AppEnv>,
  question: FileQuestion | undefined,
  { file, step }: { file: SentFile | null; step: string },
  draft: FormDraft,
): Promise<Attaching | null> {
  if (!question || (!file && step !== 'attach')) return null
  const { view } = c.var
  const { files } = view.m.questions
  const label = question.label[view.locale]
  if (!file) return { question, error: files.noneChosen(label) }
  const only = { photo: files.noPhoto, voice: files.noSound, file: null }[question.type]
  const isFit = file.ok ? kindOf(question).takesFile?.(file.kind) : file.why !== 'unknown_kind'
  if (only && !isFit) return { question, error: only(label) }
  if (!file.ok) return { question, error: fileError(view, file.why) }
  const mark = await markOf(file.bytes)
  if (holds(draft, question, mark)) return { question, kept: null }
  if (isFull(draft, question)) return { question, error: oneTooMany(view, draft, question) }
  if ((draft.attached ?? 0) >= mostAttached) return { question, error: files.tooOften(label) }
  const keep = question.evidence ? keepWithOriginal : keepFile
  return { question, kept: await keep(c.env.files, file) }
}

/** So many files may come with one form, those included that were taken out again. */
const mostAttached = 40

/** A draft with a file that was kept, unless another tab has brought the same one meanwhile, or filled the question. */
export function withAttached(draft: FormDraft, attaching: Attaching | null): FormDraft {
  if (!attaching || !('kept' in attaching) || !attaching.kept) return draft
  const { question, kept } = attaching
  const { id, kind, size, key, mark, original } = kept
  if (isFull(draft, question) || holds(draft, question, mark)) return draft
  return {
    ...draft,
    entries: [
      ...draft.entries,
      [question.name, lineOf({ file: id, kind, size, ...(original ? { original: true as const } : {}) })],
    ],
    files: [...filesOf(draft), { id, key, mark, original }],
    attached: (draft.attached ?? 0) + 1,
  }
}

/** What is said at its question of a file that came and is not in the draft now. */
export function wrongFileOf(view: View, draft: FormDraft, attaching: Attaching | null) {
  if (!attaching || 'error' in attaching) return attaching
  const { question, kept } = attaching
  if (!kept || holds(draft, question, kept.mark)) return null
  return { question, error: oneTooMany(view, draft, question) }
}

function oneTooMany({ m, locale }: View, draft: FormDraft, question: FileQuestion): string {
  const { label, most } = question
  return m.questions.errors.too_many_files(label[locale], most, attachedTo(draft, question).length + 1)
}

const attachedTo = (draft: FormDraft, { name }: FileQuestion) => attachedIn(name, bodyOf(draft.entries))

const isFull = (draft: FormDraft, question: FileQuestion) =>
  attachedTo(draft, question).length >= question.most

/** Whether the same file is there for the same question. */
function holds(draft: FormDraft, question: FileQuestion, mark: string): boolean {
  const same = filesOf(draft).filter((one) => one.mark === mark)
  return attachedTo(draft, question).some(({ file }) => same.some(({ id }) => id === file))
}

/** A draft without a file that it held; where that lies it is removed within a day, for nothing names it then. */
export function withoutFile(draft: FormDraft, id: string): FormDraft {
  const files = filesOf(draft).filter((one) => one.id !== id)
  if (files.length === filesOf(draft).length) return draft
  return { ...draft, files, entries: draft.entries.filter(([, value]) => !value.startsWith(`${id} `)) }
}
