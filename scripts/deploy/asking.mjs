import { wrangler } from '../wrangler.mjs'
import { database } from './resources.mjs'

/** The rows that the deployed database answers. */
export async function asked(sql) {
  const { code, out, err } = await wrangler([
    'd1',
    'execute',
    database,
    '--remote',
    '--json',
    '--command',
    sql,
  ])
  if (code !== 0) throw new Error(`The database did not answer.\n${out}${err}`)
  return JSON.parse(out)[0].results
}
