import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { root } from '../root.mjs'
import { newSecret, secretNames } from '../secrets.mjs'

const file = new URL('.dev.vars', root)
const heading = '# Only for this machine, never for the internet: DEMO=1 lets anybody in as a demo cadre.\n'

/** Makes .dev.vars, or adds the secrets it lacks; what somebody wrote there stays. */
export function ensureDevVars() {
  const present = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const known = new Set([...(present ?? '').matchAll(/^\s*(?:export\s+)?(\w+)\s*=/gm)].map((line) => line[1]))
  const lines = secretNames.filter((name) => !known.has(name)).map((name) => `${name}=${newSecret(name)}\n`)
  if (present === undefined) appendFileSync(file, `${heading}DEMO=1\n${lines.join('')}`, { mode: 0o600 })
  else if (lines.length)
    appendFileSync(file, (present === '' || present.endsWith('\n') ? '' : '\n') + lines.join(''))
}
