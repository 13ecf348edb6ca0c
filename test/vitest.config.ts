import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { defineConfig } from 'vitest/config'
import '../scripts/styles.mjs'
import { testBindings } from './support/bindings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: `${root}/wrangler.toml` },
            miniflare: {
              bindings: {
                ...testBindings,
                MIGRATIONS: await readD1Migrations(`${root}/migrations`),
                SEARCH_MIGRATIONS: await readD1Migrations(`${root}/migrations/search`),
                HEAVY: process.env.HUYING_HEAVY ?? '',
                SEED: process.env.HUYING_SEED ?? '',
                NAUGHTY: naughty,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          // Vitest empties style sheets; these are tested.
          css: { include: [/ui\/styles/] },
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**', 'test/pictures/**'],
          setupFiles: ['test/support/migrate.ts'],
          // One Worker serves many files, as it does in life: four times as fast as one for each.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/journeys-setup.ts'],
          // Much of a journey is waiting, so two at once fit even on two cores.
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          // Every page of the product; only `npm run test:heavy` asks for it.
          name: 'scenes',
          include: ['test/pictures/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
    ],
  },
})
