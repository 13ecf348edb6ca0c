import { endOfDraft, type FormDraft } from '../../forms/form-drafts.ts'
import type { Token } from '../form/token.ts'

/** A draft of which nothing is written yet, by the token of its first page. */
export function newDraft(path: string, { key, versionId, openedAt }: Token): FormDraft {
  return {
    path,
    key,
    versionId,
    openedAt: openedAt.getTime(),
    endsAt: endOfDraft(openedAt),
    entries: [],
    seen: [],
  }
}
