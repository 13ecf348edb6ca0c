import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const modules = join(import.meta.dirname, '../../node_modules')

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
]

/** Nothing but this machine can be reached, and nothing is asked for in the background. */
const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Starts the Chromium of CHROMIUM_PATH, or an installed one, or the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? usualPlaces.find(existsSync)
  if (!installed) return launchBundled()
  return chromium.launch({ executablePath: installed, args: ['--no-sandbox', ...offline] })
}

async function launchBundled() {
  const home = await unpackBundled()
  const libraries = [join(home, 'al2023/lib'), home, process.env.LD_LIBRARY_PATH].filter(Boolean)
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', ...offline],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.join(delimiter),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  })
}

/** Unpacks @sparticuz/chromium once; renamed into place, so that another run never finds half of it. */
async function unpackBundled() {
  const home = join(modules, '.cache/huying-chromium')
  if (existsSync(home)) return home
  mkdirSync(join(home, '..'), { recursive: true })
  const unpacking = mkdtempSync(`${home}-`)
  const usual = process.env.TMPDIR
  process.env.TMPDIR = unpacking // where the package unpacks to
  try {
    const { default: bundled, inflate } = await import('@sparticuz/chromium')
    await bundled.executablePath()
    await inflate(join(modules, '@sparticuz/chromium/bin/al2023.tar.br'))
    writeFileSync(join(unpacking, 'fonts/fonts.conf'), fontsConf(join(home, 'fonts')))
    renameSync(unpacking, home)
  } catch (error) {
    if (!existsSync(home)) throw error
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    rmSync(unpacking, { recursive: true, force: true })
  }
  return home
}

/** The package's own list of folders knows only where a cloud function keeps fonts; without any, Chromium dies. */
function fontsConf(own: string): string {
  const folders = [own, '/usr/share/fonts', '/usr/local/share/fonts']
  const lines = folders.map((folder) => `<dir>${folder}</dir>`)
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${lines.join('')}<cachedir>${join(own, 'cache')}</cachedir></fontconfig>
`
}
