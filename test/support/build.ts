import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { unstable_getMiniflareWorkerOptions as workerOptions } from 'wrangler'
import { wrangler } from '../../scripts/wrangler.mjs'

const root = join(import.meta.dirname, '../..')

/** All that is needed to run the Worker as it would be deployed; plain data, so it can be handed to other processes. */
export type BuiltWorker = {
  dir: string
  options: Omit<ReturnType<typeof workerOptions>['workerOptions'], 'bindings' | 'modulesRules'>
  migrations: Migrations
  searchMigrations: Migrations
}

type Migrations = { name: string; queries: string[] }[]

declare module 'vitest' {
  interface ProvidedContext {
    worker: BuiltWorker
  }
}

/** Bundles the Worker into a new folder of the system's temporary directory. */
export async function buildWorker(config = 'wrangler.toml'): Promise<BuiltWorker> {
  const dir = mkdtempSync(join(tmpdir(), 'huying-worker-'))
  const { code, out, err } = await wrangler([
    'deploy',
    '--dry-run',
    '--minify',
    '--config',
    config,
    '--outdir',
    dir,
  ])
  if (code !== 0) {
    rmSync(dir, { recursive: true, force: true })
    throw new Error(`The Worker does not build.\n${out}${err}`)
  }
  // Bindings would hold what this machine keeps in .dev.vars.
  const { bindings: _, modulesRules: __, ...options } = workerOptions(join(root, config)).workerOptions
  const [migrations, searchMigrations] = await Promise.all([
    readD1Migrations(join(root, 'migrations')),
    readD1Migrations(join(root, 'migrations/search')),
  ])
  return { dir, options, migrations, searchMigrations }
}
