import { createApp } from '../../../src/app.ts'
import { type Bindings, cloudflare } from '../../../src/platform/cloudflare.ts'
import { counted } from './database.ts'

const app = createApp()

/** Says in two headers what each page cost the database. */
export default {
  async fetch(request, env, ctx) {
    const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
    const answer = await app.fetch(request, cloudflare({ ...env, DB: counted(env.DB, count) }, ctx))
    const headers = new Headers(answer.headers)
    headers.set('x-statements', String(count.statements))
    headers.set('x-rows-read', String(count.rowsRead))
    return new Response(answer.body, { status: answer.status, headers })
  },
} satisfies ExportedHandler<Bindings>
