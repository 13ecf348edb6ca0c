import { wrangler } from '../wrangler.mjs'
import { database } from './resources.mjs'

/** The rows that a database answers: a deployed one, or that of this machine. */
export async function asked(sql, { from = database, where = ['--remote'] } = {}) {
  const { code, out, err } = await wrangler(['d1', 'execute', from, ...where, '--json', '--command', sql])
  if (code !== 0) throw new Error(`The database did not answer.\n${out}${err}`)
  return JSON.parse(out)[0].results
}
