import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      /** Set by `npm run test:heavy`. */
      HEAVY: string
      /** Set to live or attack by one seed again. */
      SEED: string
      /** The big list of naughty strings. */
      NAUGHTY: string[]
    }
  }
}

/** How often something is tried: in `npm test`, and by `npm run test:heavy`. */
export const times = (often: number, heavy: number) => (env.HEAVY ? heavy : often)

/** Whoever waits for so much work is patient. */
export const patience = 20 * 60_000

export const naughty = env.NAUGHTY
