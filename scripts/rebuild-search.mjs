// npm run search:rebuild [-- --local [--persist-to DIR]]: has the words of all cases indexed anew.
//
// The service does it by itself, a slice a run, from its cron at half past and on through the queue; this only begins it,
// about what it costs, and how far it is when it runs already. It may be stopped at any time and run as often as one
// likes.
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
    console.log(`✓ All cases are indexed anew from half past the hour: ${await costOf('')}.`)
    console.log('  Run this again to see how far it is.')
  } else console.log(`→ It runs: ${await costOf(last.up_to)}.`)
} catch (error) {
  console.error(`✗ ${error.message}`)
  process.exit(1)
}

/** Of five slices an hour (`src/watch/following-changes.ts`), and of the four rows that a case takes in the index. */
async function costOf(upTo) {
  const counting = `select count(*) as cases from cases where id > '${upTo}'`
  const [{ cases }] = await asked(counting, { from: database, where })
  return `${cases} cases, about ${4 * cases} rows written and ${Math.ceil(cases / 100)} hours`
}
