import { factory } from '../../env.ts'
import { urls } from '../../urls.ts'
import { ProtectionPage } from './protection-page.tsx'

/** The same for everybody, whoever may be looking over his shoulder. */
export const protection = factory.createApp()

protection.get(urls.protection, (c) => {
  c.header('Cache-Control', 'private, no-cache')
  return c.html(<ProtectionPage view={c.var.view} />)
})
