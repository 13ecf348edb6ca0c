// npm run search:rebuild [-- --local [--persist-to DIR]]: has the words of all cases indexed anew.
//
// The service does it by itself, a slice a run, from its cron at half past and on through the queue; this only begins it,
// and says how far it is when it runs already. It may be stopped at any time and run as often as one likes.
import { flag } from './local/flags.mjs'
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { ensureSignedIn } = await import('./deploy/account.mjs')
const { asked } = await import('./deploy/asking.mjs')
const { database, wordDatabase } = await import('./deploy/resources.mjs')

const args = process.argv.slice(2)
const persistTo = flag(args, 'persist-to')
const isLocal = args.includes('--local') || persistTo !== undefined
const where = isLocal ? ['--local', ...(persistTo ? ['--persist-to', persistTo] : [])] : ['--remote']

try {
  if (!isLocal) await ensureSignedIn()
  const words = { from: wordDatabase, where }
  const [last] = await asked('select round, up_to, done from rounds order by round desc limit 1', words)
  if (!last) console.log('→ Nothing was indexed yet; the service begins it by itself.')
  else if (last.done) {
    await asked(
      `insert into rounds (round, secret, up_to, done)
        select ${last.round} + 1, secret, '', 0 from rounds where round = ${last.round}`,
      words,
    )
    console.log('✓ All cases are indexed anew from half past the hour. Run this again to see how far it is.')
  } else {
    const [{ left }] = await asked(`select count(*) as left from cases where id > '${last.up_to}'`, {
      from: database,
      where,
    })
    console.log(`→ It runs: ${left} cases are left.`)
  }
} catch (error) {
  console.error(`✗ ${error.message}`)
  process.exit(1)
}
