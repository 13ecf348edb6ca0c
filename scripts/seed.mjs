// npm run seed [-- --persist-to DIR]: brings the local database up to date and fills an empty one with the
// demo federation.
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { flag } = await import('./local/flags.mjs')
const { openDatabase } = await import('./local/database.mjs')
const { ensureDevVars } = await import('./local/dev-vars.mjs')
const { isEmpty, seedDemo } = await import('./demo/seed.ts')
const { receiptLines } = await import('./demo/receipts.ts')

ensureDevVars() // receipts are made with the secret that the service runs with
const { d1, receiptSecret, close } = await openDatabase(flag(process.argv.slice(2), 'persist-to'))
try {
  const seeded = await isEmpty(d1)
  if (seeded) console.log(receiptLines(await seedDemo(d1, new Date(), receiptSecret)))
  const site = await d1
    .prepare('select code from sites where open = 1 order by created_at, code')
    .first('code')
  if (process.send) process.send({ seeded, site })
  else if (seeded) console.log('The demo federation is in the local database.')
  else console.log('The local database has data and keeps it. Delete .wrangler/state to begin afresh.')
} finally {
  await close()
}
