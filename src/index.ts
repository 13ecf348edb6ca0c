import { createApp } from './app.ts'
import { type Bindings, cloudflare } from './platform/cloudflare.ts'
import type { WakeMessage } from './platform/types.ts'
import { receive } from './queue.ts'
import { runJob } from './schedule.ts'

const app = createApp()

export default {
  fetch: (request, env, context) => app.fetch(request, cloudflare(env, context)),

  async scheduled({ cron, scheduledTime }, env, context) {
    await runJob(cron, cloudflare(env, context), new Date(scheduledTime))
  },

  async queue(batch, env, context) {
    const platform = cloudflare(env, context)
    await receive(batch, platform, platform.clock())
  },
} satisfies ExportedHandler<Bindings, WakeMessage>
