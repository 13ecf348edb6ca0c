import { caseSecretNames, newSecret, secretNames } from '../secrets.mjs'
import { wrangler } from '../wrangler.mjs'
import { asked } from './asking.mjs'

/** New values for the secrets that the deployed Worker lacks. */
export async function missingSecrets() {
  const present = await presentSecrets()
  const hasCases = caseSecretNames.some((name) => present.includes(name))
  const missing = secretNames.filter(
    (name) => !present.includes(name) && !(hasCases && caseSecretNames.includes(name)),
  )
  // Another one in its place would open nothing that is there.
  if (missing.includes('CASE_SECRET') && (await asked('select 1 from case_keys limit 1')).length > 0)
    throw new Error(
      'The Worker has no CASE_SECRET, and there are cases that need theirs. Put it back from where you kept it:\n  npx wrangler secret put CASE_SECRET',
    )
  return Object.fromEntries(missing.map((name) => [name, newSecret(name)]))
}

/** The names of those it has. */
export async function presentSecrets() {
  const { code, out, err } = await wrangler(['secret', 'list'])
  if (code === 0) return JSON.parse(out).map(({ name }) => name)
  // Only a Worker that was never deployed has none; any other failure must not end in new secrets.
  if (/Worker ".*" not found/.test(out + err)) return []
  throw new Error(`The secrets cannot be read.\n${out}${err}`)
}
