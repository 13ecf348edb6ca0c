import { wrangler } from '../wrangler.mjs'

/** Stops with a way on when wrangler is not signed in to Cloudflare. */
export async function ensureSignedIn() {
  const { code } = await wrangler(['whoami', '--json'])
  if (code === 0) return
  throw new Error(
    [
      'This machine is not signed in to Cloudflare.',
      'Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN (and CLOUDFLARE_ACCOUNT_ID), then run this again.',
      '`npm run deploy -- --dry-run` shows what would happen.',
    ].join('\n  '),
  )
}
