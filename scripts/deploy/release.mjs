import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wrangler } from '../wrangler.mjs'

/** Deploys the Worker together with these secrets, beside those it has; returns its origin. */
export async function release(secrets) {
  const folder = mkdtempSync(join(tmpdir(), 'huying-deploy-')) // readable by this user only
  try {
    const report = join(folder, 'report.ndjson')
    const file = join(folder, 'secrets.json')
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
    const withSecrets = Object.keys(secrets).length ? ['--secrets-file', file] : []
    const env = { WRANGLER_OUTPUT_FILE_PATH: report }
    const { code, out, err } = await wrangler(['deploy', '--minify', ...withSecrets], { env })
    if (code !== 0) throw new Error(`The deployment failed; it can be run again.\n${out}${err}`)
    return origin(readFileSync(report, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function origin(report) {
  const lines = report.split('\n').filter(Boolean)
  const { targets } = lines.map((line) => JSON.parse(line)).find(({ type }) => type === 'deploy')
  const address = targets.find((target) => target.startsWith('https://')) ?? `https://${targets[0]}`
  return address.replace(/\/+$/, '')
}
