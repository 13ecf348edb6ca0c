// Runs before every npm script, on whatever Node 20 or newer there is: makes sure the tools are installed.
// It may import nothing from node_modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundledNode, isNewEnough } from './node24.mjs'
import { root } from './root.mjs'

const modules = new URL('node_modules/', root)
const stamp = new URL('.huying-lock-hash', modules)
const lock = new URL('.wrangler/bootstrap.pid', root)
const wanted = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex')

if (!isInstalled()) await alone(install)
restoreNode24()

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** One installation at a time: a second run waits for the first and then finds the work done. */
async function alone(work) {
  mkdirSync(new URL('./', lock), { recursive: true })
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isHeld()) rmSync(lock, { force: true })
    else if (!told) console.log('Another run is installing; waiting for it.')
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 300))
  }
  try {
    if (!isInstalled()) work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A run that was killed leaves its lock; so does one whose number somebody else has by now. */
function isHeld() {
  try {
    const { mtimeMs } = statSync(lock)
    if (Date.now() - mtimeMs > 20 * 60_000) return false
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'ENOENT' // somebody else's, or just released
  }
}

function install() {
  console.log('Installing what is in package-lock.json …')
  const flags = ['ci', '--engine-strict=false', '--include=dev', '--include=optional']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const [command, ...before] = npm()
  // npm passes its own settings (npm_config_…) down; only those given here may decide what is installed.
  const { status } = spawnSync(command, [...before, ...flags, ...quiet], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) {
    console.error(
      [
        '',
        'The installation failed; npm said why above.',
        'It needs the npm registry once: check the connection or the registry and proxy settings of npm,',
        'then run the same command again. Nothing else was changed.',
      ].join('\n'),
    )
    rmSync(lock, { force: true })
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** The npm that started this script, run by its own Node: the one in node_modules is about to be replaced. */
function npm() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  return cli ? [node ?? process.execPath, cli] : ['npm']
}

/** npm 10 installs node-linux-* but drops its link in .bin, which is how npm scripts find Node 24. */
function restoreNode24() {
  if (isNewEnough()) return
  if (!existsSync(bundledNode)) {
    const source = `node-linux-${process.arch}/bin/node`
    if (!existsSync(new URL(source, modules))) {
      console.error(
        `Huying needs Node 22.18 or newer here; this is ${process.version}. Please update Node and run again.`,
      )
      process.exit(1)
    }
    if (isLink(bundledNode)) rmSync(bundledNode)
    try {
      symlinkSync(`../${source}`, bundledNode)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}
