import { createApp } from '../../../src/app.ts'
import { type Bindings, cloudflare } from '../../../src/platform/cloudflare.ts'
import type { Platform, WakeMessage } from '../../../src/platform/types.ts'
import { receive } from '../../../src/queue.ts'
import { runJob } from '../../../src/schedule.ts'
import { type Count, counted } from './database.ts'

const app = createApp()

/** Says what each page cost the database in three headers; and of the jobs, which it runs when asked, the same. */
export default {
  async fetch(request, env, ctx) {
    const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
    const platform = cloudflare(
      { ...env, DB: counted(env.DB, count), SEARCH: counted(env.SEARCH, count) },
      ctx,
    )
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/job') return told(await job(platform, searchParams), count)
    return told(await app.fetch(request, platform), count)
  },
} satisfies ExportedHandler<Bindings>

/** One invocation of a job, by its cron or by a message; answers which messages it sent. No mail leaves. */
async function job(platform: Platform, asked: URLSearchParams): Promise<Response> {
  const wakes: WakeMessage[] = []
  const closed = {
    ...platform,
    post: async () => undefined,
    wake: async (message: WakeMessage) => {
      wakes.push(message)
    },
  }
  const now = new Date(Number(asked.get('at')))
  const kind = asked.get('message')
  if (kind) await receive({ messages: [{ body: { kind }, retry: () => undefined }] }, closed, now)
  else await runJob(asked.get('cron') ?? '', closed, now)
  return Response.json(wakes.map((wake) => wake.kind))
}

function told(answer: Response, count: Count): Response {
  const headers = new Headers(answer.headers)
  headers.set('x-statements', String(count.statements))
  headers.set('x-rows-read', String(count.rowsRead))
  headers.set('x-rows-written', String(count.rowsWritten))
  return new Response(answer.body, { status: answer.status, headers })
}
