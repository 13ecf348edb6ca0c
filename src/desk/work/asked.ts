import { type Filter, views } from '../../cases/listing-cases.ts'
import type { Db } from '../../db/client.ts'
import { type Bilingual, categories } from '../../db/vocabulary.ts'
import { enterpriseById, type FoundEnterprise, findEnterprises } from '../../forms/enterprises.ts'
import { organisationById } from '../../orgs/one-organisation.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { oneLine } from '../../typed/line.ts'
import { caseNumberIn } from '../../typed/number.ts'

/** What an address of the list asks for, with the names of what it names by its id. */
export interface Asked {
  filter: Filter
  /** The employer whose cases are asked for. */
  employer: FoundEnterprise | null
  /** What was typed as the name of one, and which are called so. */
  typed: string
  called: FoundEnterprise[]
  /** The organisation at which, or below which. */
  under: { id: string; name: Bilingual } | null
}

/** How many days a case counts as new, today being one. */
const newFor = 7
const day = 86_400_000

/** Reads an address of the list; what it does not know is as if it were not there. */
export async function readAsked(
  db: Db,
  { now, zone }: { now: Date; zone: string },
  asked: Record<string, string>,
): Promise<Asked> {
  const typed = oneLine(asked.name ?? '')
  const [called, chosen, org] = await Promise.all([
    typed ? findEnterprises(db, typed) : [],
    asked.enterprise && !typed ? enterpriseById(db, asked.enterprise) : null,
    asked.under ? organisationById(db, asked.under) : null,
  ])
  const meant = called.length === 1 ? called[0] : called.find((it) => Object.values(it.name).includes(typed))
  const employer = meant ?? chosen
  const filter: Filter = {
    view: views.find((known) => known === asked.show) ?? 'open',
    category: categories.find((known) => known === asked.category),
    number: caseNumberIn(asked.number ?? '') || undefined,
    employer: employer ? { id: employer.id, path: employer.org.path } : undefined,
    under: org ? { path: org.path, alone: asked.alone === 'yes' } : undefined,
    since: startOfDay(zone, new Date(now.getTime() - (newFor - 1) * day)),
    after: asked.after,
  }
  return { filter, employer, typed, called: employer ? [] : called, under: org }
}

/** The same as the query of an address, without its page. */
export function queryOf({ filter: it, employer, under }: Asked): Record<string, string | number | undefined> {
  return {
    show: it.view,
    category: it.category,
    number: it.number,
    enterprise: employer?.id,
    under: under?.id,
    alone: it.under?.alone ? 'yes' : undefined,
  }
}
