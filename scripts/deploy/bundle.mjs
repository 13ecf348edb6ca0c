import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { root } from '../root.mjs'
import { wrangler } from '../wrangler.mjs'

const folder = new URL('dist/', root)
const most = 1024 * 1024

/** Builds what would be deployed into dist and holds it to 1 MB gzipped; the free plan allows 3. */
export async function bundle() {
  rmSync(folder, { recursive: true, force: true })
  const { code, out, err } = await wrangler(['deploy', '--dry-run', '--minify', '--outdir', 'dist'])
  if (code !== 0) throw new Error(`The Worker does not build.\n${out}${err}`)
  const files = readdirSync(folder).filter((name) => !name.endsWith('.map') && name !== 'README.md')
  const size = files.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0)
  const words = `${(size / 1024).toFixed(1)} KB gzipped`
  if (size > most) throw new Error(`The bundle has ${words}; at most ${most / 1024} KB are allowed.`)
  return `Bundled into dist: ${words} of at most ${most / 1024}`
}
