// npm run seed [-- --persist-to DIR]: brings the local database up to date and fills an empty one with the
// demo federation.
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { flag } = await import('./local/flags.mjs')
const { openDatabase } = await import('./local/database.mjs')
const { ensureDevVars } = await import('./local/dev-vars.mjs')
const { indexDemo } = await import('./demo/indexing.ts')
const { isEmpty, seedDemo } = await import('./demo/seed.ts')
const { receiptLines } = await import('./demo/receipts.ts')
const { demoSecrets } = await import('./demo/secrets.ts')

ensureDevVars() // receipts and keys are made with the secrets that the service runs with
const args = process.argv.slice(2)
const { d1, env, isDemo, close } = await openDatabase(flag(args, 'persist-to'))
try {
  const secrets = demoSecrets(env, env.FILES)
  const seeded = await isEmpty(d1)
  if (seeded) console.log(receiptLines(await seedDemo(d1, new Date(), secrets)))
  await indexDemo(env, new Date(), secrets)
  const address = flag(args, 'address')
  if (address && isDemo) await settleAt(address)
  const site = await d1
    .prepare('select code from sites where open = 1 order by created_at, code')
    .first('code')
  if (process.send) process.send({ seeded, site })
  else if (seeded) console.log('The demo federation is in the local database.')
  else console.log('The local database has data and keeps it. Delete .wrangler/state to begin afresh.')
} finally {
  await close()
}

/** The demo's mails and posters lead to where it is served this time; elsewhere the office says where. */
async function settleAt(address) {
  await d1
    .prepare(
      `insert into settings (key, value, updated_at) values ('address', ?, ?)
       on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
    )
    .bind(JSON.stringify(address), Date.now())
    .run()
}
