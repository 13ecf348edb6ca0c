import type { Bindings } from '../../src/platform/cloudflare.ts'

/** What a test finds in `env`. */
declare global {
  namespace Cloudflare {
    interface Env extends Bindings {}
  }
}
