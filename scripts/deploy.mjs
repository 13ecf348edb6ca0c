// npm run deploy [-- --dry-run]: everything a federation's own Cloudflare account needs, safe to run again.
//
// The order is what makes it safe, the first time and every later time:
//   1 bundle      what does not build or is too big stops before anything is touched
//   2 queue       wrangler deploy refuses a consumer whose queue does not exist
//   3 databases   wrangler deploy would make them too, but only after the migrations needed them; deploy finds
//                 them again by their names, so wrangler.toml carries no id
//   4 bucket      for what no backup of the database may hold
//   5 migrations  before the code that needs them; so each one must suit the code that is still running
//   6 deploy      with the missing secrets in the same version: it never runs without them, and no
//                 existing secret is ever replaced (a new RECEIPT_SECRET would void every receipt, and without
//                 its CASE_SECRET nobody reads a case again)
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { bundle } = await import('./deploy/bundle.mjs')
const { ensureSignedIn } = await import('./deploy/account.mjs')
const { ensureQueue, ensureDatabase, ensureBucket, queue, database, wordDatabase, bucket } = await import(
  './deploy/resources.mjs'
)
const { applyMigrations, migrationNames } = await import('./deploy/migrations.mjs')
const { missingSecrets } = await import('./deploy/secrets.mjs')
const { release } = await import('./deploy/release.mjs')
const { secretNames } = await import('./secrets.mjs')
const { urls } = await import('../src/urls.ts')

try {
  if (process.argv.includes('--dry-run')) await rehearse()
  else await deploy()
} catch (error) {
  console.error(`✗ ${error.message}`)
  process.exit(1)
}

async function deploy() {
  await ensureSignedIn()
  say(await bundle())
  say(await ensureQueue())
  say(await ensureDatabase(database))
  say(await ensureDatabase(wordDatabase))
  say(await ensureBucket())
  say(await applyMigrations())
  const made = await missingSecrets()
  if (made.CASE_SECRET) console.log(whatToKeep(made.CASE_SECRET))
  if (made.SEARCH_SECRET)
    say(
      'Made SEARCH_SECRET, which need not be kept: with another one the words of all cases are indexed anew',
    )
  const origin = await release(made).catch((error) => {
    // The secrets may have arrived although a later step failed; a token lost now could never be shown again.
    if (made.SETUP_TOKEN)
      error.message += `\nThe setup token, should it be in use already: ${made.SETUP_TOKEN}`
    throw error
  })
  say(`Deployed to ${origin}`)
  if (made.SETUP_TOKEN) {
    console.log(
      [
        '',
        `Next: open ${origin}${urls.setup} and make yourself the first administrator with this setup token.`,
        'It is shown only now and works once:',
        '',
        `  ${made.SETUP_TOKEN}`,
        '',
        'Mail: verify the sender address for the EMAIL binding in the Cloudflare dashboard, or enter an SMTP',
        'server in the settings of the office.',
      ].join('\n'),
    )
  } else {
    console.log(
      `\nNext: look at ${origin}${urls.healthz}; the secrets were there already and stay as they are.`,
    )
  }
}

/** Losing it loses the cases, and Cloudflare shows it to nobody again. */
function whatToKeep(secret) {
  return [
    '',
    'Keep this outside Cloudflare, on paper or in a safe that two people can open: all that workers write is',
    'encrypted by it together with what lies in the bucket. Without it no case can be read again, by nobody. It',
    'opens nothing by itself; who has it and a copy of database and bucket reads everything.',
    '',
    `  CASE_SECRET  ${secret}`,
    '',
  ].join('\n')
}

async function rehearse() {
  console.log('Without --dry-run this would happen; nothing is sent now.\n')
  plan('Ask `wrangler whoami` whether this machine is signed in')
  say(await bundle())
  plan(
    `Create the queue ${queue}, the databases ${database} and ${wordDatabase} and the bucket ${bucket}, if they are missing`,
  )
  plan(`Apply what is new of ${[...migrationNames(), ...migrationNames('migrations/search/')].join(', ')}`)
  plan(`Make up the secrets that are missing: ${secretNames.join(', ')}`)
  plan('Deploy the Worker with them (`wrangler deploy --minify`)')
  plan(`Print the address of ${urls.setup} and the setup token, if it was just made`)
}

function say(line) {
  console.log(`✓ ${line}`)
}

function plan(line) {
  console.log(`→ ${line}`)
}
