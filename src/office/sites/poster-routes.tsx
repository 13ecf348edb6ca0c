import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns } from '../../urls.ts'
import { administrators } from '../guards.ts'
import { type PosterSize, posterSizes } from './poster-looks.ts'
import { PosterPage } from './poster-page.tsx'
import { posterFacts } from './poster-words.ts'
import { findSite } from './site-rows.ts'

export const posterPages = staffFactory.createApp()

posterPages.get(patterns.officePoster, administrators, async (c) => {
  const facts = await factsOf(c, c.req.param('code'))
  if (!facts) return problem(c, 'notFound')
  return c.html(<PosterPage view={c.var.view} facts={facts} size={sizeIn(c)} />)
})

/** What stands on the poster of a site; null where it is out of reach, or nothing can be made of its form. */
async function factsOf(c: Context<StaffEnv>, code: string) {
  const { db, staff, rules } = c.var
  const site = await findSite(db, staff, code)
  const definition = site && readStored(site.definition)
  return definition ? posterFacts(site, definition, rules.settings, originFor(c)) : null
}

/** Where the service is reached, as posters say it. */
function originFor(c: Context<StaffEnv>): string {
  return c.var.rules.settings.address || new URL(c.req.url).origin
}

function sizeIn(c: Context<StaffEnv>): PosterSize {
  return posterSizes.find((it) => it === c.req.query('size')) ?? 'a4'
}
