import { newSecret, secretNames } from '../secrets.mjs'
import { wrangler } from '../wrangler.mjs'

/** New values for the secrets that the deployed Worker lacks. */
export async function missingSecrets() {
  const present = await presentSecrets()
  const missing = secretNames.filter((name) => !present.includes(name))
  return Object.fromEntries(missing.map((name) => [name, newSecret()]))
}

async function presentSecrets() {
  const { code, out, err } = await wrangler(['secret', 'list'])
  if (code === 0) return JSON.parse(out).map(({ name }) => name)
  // Only a Worker that was never deployed has none; any other failure must not end in new secrets.
  if (/Worker ".*" not found/.test(out + err)) return []
  throw new Error(`The secrets cannot be read.\n${out}${err}`)
}
