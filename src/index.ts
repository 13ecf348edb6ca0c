import { createApp } from './app.ts'
import type { Bindings, WakeMessage } from './env.ts'

const app = createApp()

export default {
  fetch: app.fetch,
} satisfies ExportedHandler<Bindings, WakeMessage>
