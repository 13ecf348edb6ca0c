import { createApp } from './app.ts'
import { type Bindings, checkBindings, type WakeMessage } from './env.ts'
import { receive } from './queue.ts'
import { runJob } from './schedule.ts'

const app = createApp()

export default {
  fetch: app.fetch,

  async scheduled({ cron, scheduledTime }, env) {
    checkBindings(env)
    await runJob(cron, env, new Date(scheduledTime))
  },

  async queue(batch, env) {
    checkBindings(env)
    await receive(batch, env, new Date())
  },
} satisfies ExportedHandler<Bindings, WakeMessage>
