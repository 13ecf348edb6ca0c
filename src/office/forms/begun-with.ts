import type { Context } from 'hono'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { StaffEnv } from '../../env.ts'
import { emptyForm } from '../../forms/building/working.ts'
import { isObject, type Json } from '../../forms/json.ts'
import { writtenOut } from '../../forms/stored-definitions.ts'
import type { Option } from '../../ui/fields/chosen.tsx'
import type { View } from '../../ui/view.ts'
import { currentVersion } from './current-version.ts'

/** What a new form begins with; where nothing else was wished, a template brings its own name and address. */
export interface BegunWith {
  definition: Json
  slug: string
}

/** The templates among which an officer chooses. */
export async function templateChoices({ locale }: View): Promise<Option[]> {
  return Object.entries(await allTemplates()).map(([slug, { title }]) => ({
    value: prefix + slug,
    label: title[locale],
  }))
}

/** What a template asks, or what another form asks now, or nothing; null where it needs a name. */
export async function begunWith(
  c: Context<StaffEnv>,
  wished: { from: string; title: Bilingual; slug: string },
): Promise<BegunWith | null> {
  const { from, title, slug } = wished
  if (from.startsWith(prefix)) {
    const name = from.slice(prefix.length)
    const template = (await allTemplates())[name]
    if (template) return { definition: { ...template, ...(title.zh ? { title } : {}) }, slug: slug || name }
  }
  if (!title.zh) return null
  const current = from ? await currentVersion(c, from) : undefined
  const definition = current && writtenOut(current.definition)
  return { definition: isObject(definition) ? { ...definition, title } : emptyForm(title), slug }
}

/** What no id of a form begins with. */
const prefix = 'template:'

/** Imported when needed, so that no page of a worker evaluates them. */
async function allTemplates() {
  const { templates } = await import('../../forms/templates/all.ts')
  return templates
}
