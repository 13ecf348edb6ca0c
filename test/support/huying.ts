import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { demoSecrets } from '../../scripts/demo/secrets.ts'
import { testBindings } from './bindings.ts'
import type { BuiltWorker } from './build.ts'

export type Huying = Awaited<ReturnType<typeof startHuying>>

type Options = {
  /** Variables and secrets beside those of every test; `{ DEMO: '1' }` shows what a local run shows. */
  vars?: Record<string, string>
  /** Requests a minute and key that the rate limits let through, instead of those in wrangler.toml. */
  rateLimit?: number
}

/** Runs the built Worker in this process on a free port, with empty, migrated databases. */
export async function startHuying(built: BuiltWorker, { vars = {}, rateLimit }: Options = {}) {
  const { options, dir, migrations, searchMigrations } = built
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      log: new Log(LogLevel.WARN),
      workers: [
        {
          ...options,
          ...(rateLimit && { ratelimits: withLimit(options.ratelimits, rateLimit) }),
          name: 'huying',
          modulesRoot: dir,
          modules: modulesIn(dir),
          bindings: { ...testBindings, ...vars },
        },
      ],
    }),
  )
  const url = (await miniflare.ready).origin
  // Miniflare brings a copy of the platform's types; they describe the same object.
  const d1 = (await miniflare.getD1Database('DB')) as unknown as D1Database
  const search = (await miniflare.getD1Database('SEARCH')) as unknown as D1Database
  await migrate(d1, migrations)
  await migrate(search, searchMigrations)

  const files = (await miniflare.getR2Bucket('FILES')) as unknown as R2Bucket

  return {
    url,
    d1,
    search,
    files,
    /** What is to be written as the service writes it. */
    secrets: demoSecrets({ ...testBindings, ...vars }, files),
    miniflare,
    /** Fires the cron as the platform would at that time; throws when the job failed. */
    async scheduled(cron: string, time: Date) {
      const worker = await miniflare.getWorker('huying')
      const { outcome } = await worker.scheduled({ cron, scheduledTime: time })
      if (outcome !== 'ok') throw new Error(`The job of ${cron} ended with ${outcome}`)
    },
    stop: () => miniflare.dispose(),
  }
}

async function migrate(d1: D1Database, migrations: BuiltWorker['migrations']): Promise<void> {
  await d1.batch(migrations.flatMap(({ queries }) => queries.map((query) => d1.prepare(query))))
}

/** The entry first, then what it imports that is not code. */
function modulesIn(dir: string) {
  const types = {
    '.wasm': 'CompiledWasm',
    '.txt': 'Text',
    '.html': 'Text',
    '.sql': 'Text',
    '.bin': 'Data',
  } as const
  const others = readdirSync(dir).flatMap((name) => {
    const type = types[extname(name) as keyof typeof types]
    return type ? [{ type, path: join(dir, name) }] : []
  })
  return [{ type: 'ESModule' as const, path: join(dir, 'index.js') }, ...others]
}

function withLimit(limits: BuiltWorker['options']['ratelimits'], limit: number) {
  const all = Object.entries(limits ?? {})
  return Object.fromEntries(
    all.map(([name, one]) => [name, { ...one, simple: { limit, period: 60 as const } }]),
  )
}
