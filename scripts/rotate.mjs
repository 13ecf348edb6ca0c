// npm run keys:rotate -- begin | end: another secret for the keys of cases, in two steps.
//
//   begin   a new secret beside the one that is there. It is known at once, writes an hour later, when no version of
//           the service is left that does not know it, and the service then wraps all keys anew by itself
//   end     once no key needs the old secret any more, it is deleted; until then this only says how many do
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { ensureSignedIn } = await import('./deploy/account.mjs')
const { asked } = await import('./deploy/asking.mjs')
const { presentSecrets } = await import('./deploy/secrets.mjs')
const { caseSecretNames, newSecret } = await import('./secrets.mjs')
const { wrangler } = await import('./wrangler.mjs')
const { secretIdOf } = await import('../src/encryption/keyring.ts')

const steps = { begin, end }

try {
  const step = steps[process.argv[2]]
  if (!step)
    throw new Error('Say `npm run keys:rotate -- begin`, and a day later `npm run keys:rotate -- end`.')
  await ensureSignedIn()
  await step((await presentSecrets()).filter((name) => caseSecretNames.includes(name)))
} catch (error) {
  console.error(`✗ ${error.message}`)
  process.exit(1)
}

/** Shows the secret and names it in the database before it is there: nothing may be lost by a step that fails. */
async function begin(present) {
  if (present.length !== 1) throw new Error('One secret of cases has to be there, and no second one.')
  const [old] = present
  const name = caseSecretNames.find((it) => it !== old)
  const secret = newSecret(name, new Date(Date.now() + 3_600_000))
  console.log(
    [
      'Keep this where the old one is kept, and keep the old one until the end:',
      '',
      `  ${name}  ${secret}`,
      '',
    ].join('\n'),
  )
  await asked(`insert into key_jobs (job, up_to, "for", done) values ('rotating', '${old}', '${await secretIdOf(secret)}', 0)
    on conflict (job) do update set up_to = excluded.up_to, "for" = excluded."for", done = 0`)
  await put({ [name]: secret })
  console.log('✓ It writes in an hour. Run `npm run keys:rotate -- end` in a day.')
}

async function end(present) {
  const [rotation] = await asked(
    `select up_to as old, "for" as id from key_jobs where job = 'rotating' and done = 0`,
  )
  if (!rotation || present.length !== 2)
    throw new Error('Nothing has begun that could end; nothing is deleted.')
  const [{ left }] = await asked(
    `select count(*) as left from case_keys where wrapped_by not like '${rotation.id}.%'`,
  )
  if (left > 0) {
    console.log(`→ ${left} keys still need the old secret; run this again later.`)
    return
  }
  const { code, out, err } = await wrangler(['secret', 'delete', rotation.old])
  if (code !== 0) throw new Error(`The old secret could not be deleted.\n${out}${err}`)
  await asked("update key_jobs set done = 1 where job = 'rotating'")
  console.log(`✓ ${rotation.old} is deleted; no key needs it. Destroy your own copy of it.`)
}

async function put(secrets) {
  const folder = mkdtempSync(join(tmpdir(), 'huying-keys-')) // readable by this user only
  try {
    const file = join(folder, 'secrets.json')
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
    const { code, out, err } = await wrangler(['secret', 'bulk', file])
    if (code !== 0)
      throw new Error(`The secret may not have arrived; \`npx wrangler secret list\` tells.\n${out}${err}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
