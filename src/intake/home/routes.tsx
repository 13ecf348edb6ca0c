import { factory } from '../../env.ts'
import { listDemoSites, listForms } from '../../forms/listing.ts'
import { readSiteCode } from '../../forms/site-codes.ts'
import { bringStyles } from '../../ui/inlining.ts'
import { urls } from '../../urls.ts'
import { HomePage } from './home-page.tsx'

/** The front door: what this is, the ways in, and whom to call. */
export const home = factory.createApp()

home.get(urls.home, async (c) => {
  const { rules, db } = c.var
  const typed = c.req.query('code')
  const code = typed && readSiteCode(typed)
  if (code) return c.redirect(urls.site(code), 303)
  const forms = await listForms(db, c.var.now)
  const demoSites = c.env.demo ? await listDemoSites(db, c.var.now) : null
  const page = (
    <HomePage
      view={bringStyles(c)}
      settings={rules.settings}
      forms={forms}
      typed={typed}
      demoSites={demoSites}
    />
  )
  c.header('Cache-Control', 'private, no-cache')
  return c.html(page, typed ? 422 : 200)
})
