import type { Context } from 'hono'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { StaffEnv } from '../../env.ts'
import { type Choosable, choosableIn } from '../../exports/choosable-options.ts'
import type { Wanted } from '../../exports/narrowing.ts'
import { type KeptVersion, keptVersions } from '../../forms/kept-definitions.ts'
import { formsByTitle } from '../../forms/listing.ts'
import { readsAnyCase } from '../../orgs/roles.ts'
import { type AskedAnswers, readNarrowing } from './asked-answers.ts'

/** A form whose answers somebody looks at, and what he narrows them to. */
export interface OpenedForm {
  form: { id: string; slug: string; title: Bilingual }
  /** The newest first. */
  versions: KeptVersion[]
  choosable: Choosable[]
  asked: AskedAnswers
  wanted: Wanted
}

/** The form of an address, for who reads cases; null for others, and where there is none. */
export async function openForm(
  { var: { db, view, staff } }: Context<StaffEnv>,
  id: string,
  asked: (name: string) => string,
): Promise<OpenedForm | null> {
  if (!readsAnyCase(staff)) return null
  const [forms, versions] = await Promise.all([formsByTitle(db), keptVersions(db, id)])
  const form = forms.find((it) => it.id === id)
  if (!form) return null
  const choosable = choosableIn(versions, { locale: view.locale, ...view.m.common })
  const read = readNarrowing(view, versions, choosable, asked)
  const wanted = { by: staff, narrowing: read.narrowing, zone: view.zone }
  return { form, versions, choosable, asked: read, wanted }
}

/** The parameters of an address, as a form reads its fields. */
export const queryOf = (c: Context) => (name: string) => c.req.query(name)?.trim() ?? ''
