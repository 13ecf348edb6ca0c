import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { isBreaking } from '../../forms/breaking.ts'
import type { Definition } from '../../forms/definition.ts'
import { endOfDraft, type FormDraft } from '../../forms/form-drafts.ts'
import { loadVersion, type Opened } from '../../forms/versions.ts'
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

/**
 * The version that somebody goes on with: the one he began, or the present one where that asks something else. What he
 * answered goes along by the ids of the questions, so that only what is new is asked.
 */
export async function versionFor(
  c: Context<AppEnv>,
  { form, version }: Opened,
  { versionId }: Pick<FormDraft, 'versionId'>,
): Promise<{ versionId: string; definition: Definition; hasChanged: boolean }> {
  const current = { versionId: version.id, definition: version.definition }
  const begun = version.id === versionId ? null : await loadVersion(c.var.db, form.id, versionId)
  if (!begun) return { ...current, hasChanged: false }
  if (isBreaking(begun.definition, version.definition)) return { ...current, hasChanged: true }
  return { versionId, definition: begun.definition, hasChanged: false }
}
