import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { isBreaking, promisesElse } from '../../forms/breaking.ts'
import { type Definition, questionsOf } from '../../forms/definition.ts'
import { loadVersion, type Opened } from '../../forms/versions.ts'

export interface Going {
  versionId: string
  definition: Definition
  /** It is another version than he began with. */
  hasChanged: boolean
  /** The controls of what he agreed to, where it is something else now: his agreement was to what stood there before. */
  agreedBefore: readonly string[]
}

/**
 * The version that somebody goes on with: the one he began, or the present one where that asks something else in the same
 * way. What he answered goes along by the ids of the questions, so that only what is new is asked. Null where he began
 * with none of this form.
 */
export async function goingVersion(
  c: Context<AppEnv>,
  { form, version }: Opened,
  { versionId }: { versionId: string },
): Promise<Going | null> {
  const current = { versionId: version.id, definition: version.definition }
  if (version.id === versionId) return { ...current, ...unchanged }
  const begun = await loadVersion(c.var.db, form.id, versionId)
  if (!begun) return null
  const { definition } = begun
  const moves = definition.layout === version.definition.layout && isBreaking(definition, version.definition)
  if (!moves) return { versionId, definition, ...unchanged }
  const agreedBefore = promisesElse(definition, version.definition) ? consentsIn(version.definition) : []
  return { ...current, hasChanged: true, agreedBefore }
}

/** Of a version that is the one he began. */
export const unchanged = { hasChanged: false, agreedBefore: [] }

function consentsIn(definition: Definition): string[] {
  return questionsOf(definition)
    .filter(({ type }) => type === 'consent')
    .map(({ name }) => name)
}
