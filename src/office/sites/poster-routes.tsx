import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { readSiteCode } from '../../forms/site-codes.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, urls } from '../../urls.ts'
import { administrators } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { administeredOrg } from '../scope.ts'
import { askedSites } from './asked-sites.ts'
import { PosterDrawing } from './poster-drawing.tsx'
import { type PosterSize, posterSizes } from './poster-looks.ts'
import { PosterPage, PostersPage } from './poster-page.tsx'
import { posterFacts } from './poster-words.ts'
import { findSite } from './site-rows.ts'
import { countOver, definitionsOf, sheetsAtOnce, sitesToPrint } from './sites-to-print.ts'
import { StickerDrawing } from './sticker-drawing.tsx'

export const posterPages = staffFactory.createApp()

posterPages.get(patterns.officePoster, administrators, async (c) => {
  const facts = await factsOf(c, c.req.param('code'))
  if (!facts) return problem(c, 'notFound')
  return c.html(
    <PosterPage
      view={c.var.view}
      facts={facts}
      size={sizeIn(c)}
      instead={readSiteCode(c.req.query('instead') ?? '')}
    />,
  )
})

posterPages.get(patterns.officePosterDrawing, administrators, async (c) => {
  const facts = await factsOf(c, c.req.param('code'))
  if (!facts) return problem(c, 'notFound')
  const Drawn = sizeIn(c) === 'stickers' ? StickerDrawing : PosterDrawing
  c.set('isFile', true)
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${<Drawn facts={facts} />}`, 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="poster-${facts.code}.svg"`,
  })
})

posterPages.get(urls.officePosters, administrators, async (c) => {
  const { db, staff, view, rules, now } = c.var
  const { org: orgId, after = '', ...rest } = c.req.query()
  const org = orgId ? await administeredOrg(db, staff, orgId) : null
  if (orgId && !org) return problem(c, 'notFound')
  const filter = askedSites(rest)
  const wanted = { staff, org, filter, now }
  const [rows, over] = await Promise.all([sitesToPrint(db, wanted, after), countOver(db, wanted)])
  const { shown, last } = pageOfRows(rows, sheetsAtOnce)
  const definitions = await definitionsOf(
    db,
    shown.map(({ formId }) => formId),
  )
  const posters = shown.flatMap((site) => {
    const definition = definitions.get(site.formId)
    return definition ? [posterFacts(site, definition, rules.settings, originFor(c))] : []
  })
  const page = { view, org, filter, size: sizeIn(c), posters, over, after, next: last?.code }
  return c.html(<PostersPage {...page} />)
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
