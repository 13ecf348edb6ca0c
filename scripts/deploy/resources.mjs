import { wrangler } from '../wrangler.mjs'

// As named in wrangler.toml.
export const queue = 'huying-wake'
export const database = 'huying'
export const wordDatabase = 'huying-search'
export const bucket = 'huying-files'

/** Makes the queue when it is missing; tells what it did. */
export async function ensureQueue() {
  const { code, out, err } = await wrangler(['queues', 'info', queue])
  if (code === 0) return `The queue ${queue} is there`
  if (!/does not exist/.test(out + err)) throw new Error(`The queues cannot be read.\n${out}${err}`)
  await make(['queues', 'create', queue])
  return `Made the queue ${queue}`
}

/** Makes a database when it is missing; tells what it did. */
export async function ensureDatabase(name) {
  const { code, out, err } = await wrangler(['d1', 'list', '--json'])
  if (code !== 0) throw new Error(`The databases cannot be read.\n${out}${err}`)
  if (JSON.parse(out).some((one) => one.name === name)) return `The database ${name} is there`
  await make(['d1', 'create', name])
  return `Made the database ${name}`
}

/** Makes the bucket for what no backup of the database may hold; tells what it did. */
export async function ensureBucket() {
  const { code, out, err } = await wrangler(['r2', 'bucket', 'list'])
  if (code !== 0)
    throw new Error(
      `The buckets cannot be read. R2 is free for this much, but has to be switched on once in the dashboard.\n${out}${err}`,
    )
  if (new RegExp(`name:\\s+${bucket}\\s*$`, 'm').test(out)) return `The bucket ${bucket} is there`
  await make(['r2', 'bucket', 'create', bucket])
  return `Made the bucket ${bucket}`
}

async function make(args) {
  const { code, out, err } = await wrangler(args)
  if (code !== 0) throw new Error(`\`wrangler ${args.join(' ')}\` failed.\n${out}${err}`)
}
