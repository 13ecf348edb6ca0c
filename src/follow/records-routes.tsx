import { type MyData, myData } from '../cases/mydata.ts'
import { performAsWorker } from '../cases/performing.ts'
import { factory } from '../env.ts'
import { problem } from '../ui/problem.tsx'
import { query, urls } from '../urls.ts'
import { DataPage } from './data-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { formOfCase, pageOfCase } from './visiting.tsx'

/** What the union keeps of a worker: his to read, to take away and to have deleted. */
export const records = factory.createApp()

records.get(urls.followData, async (c) => {
  const it = await pageOfCase(c, null)
  if (it instanceof Response) return it
  const data = await myData(c.var, it.subject)
  return c.html(<DataPage view={c.var.view} it={it} identity={data.identity} />)
})

records.get(urls.followDataFile, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  const data: MyData = await myData(c.var, it.subject)
  c.header('Content-Disposition', `attachment; filename="huying-${data.number}.json"`)
  c.header('Content-Type', 'application/json; charset=utf-8')
  return c.body(JSON.stringify(data, null, 2))
})

records.get(urls.followIdentity, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  const { identity } = await myData(c.var, it.subject)
  return c.html(<IdentityPage view={c.var.view} it={it} identity={identity} />)
})

records.post(urls.followIdentity, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it } = posted
  // A second tap finds nothing left to delete, which is what was asked for.
  const outcome = it.subject.hasIdentity && (await performAsWorker(c.var, it.subject, 'erase_identity'))
  if (outcome && !outcome.ok) return problem(c, 'forbidden')
  return c.redirect(urls.follow + query({ done: 'erased' }), 303)
})
