// Wrangler runs this before it bundles ([build] in wrangler.toml), and the tests before they begin: src/ui/styles
// becomes one file in public, and src/ui/unsent another. Pages that are opened first bring it along as `#styles`, and the script of every page as
// `#page-script`, each with what a browser knows it by.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { ensureNode24 } from './node24.mjs'
import { root } from './root.mjs'

ensureNode24()

const { urls } = await import('../src/urls.ts')

/** From the weakest to the strongest; each is a file, or a folder of files whose order decides nothing. */
const layers = ['tokens', 'base', 'parts', 'pages', 'print']

const styles = new URL('src/ui/styles/', root)
const files = readdirSync(styles, { recursive: true }).filter((path) => path.endsWith('.css'))
const layerOf = (path) => path.split(/[./\\]/)[0]
const strangers = files.filter((path) => !layers.includes(layerOf(path)))
if (strangers.length) throw new Error(`No layer has this name: ${strangers}`)

const rules = layers.map((name) => ({ name, css: rulesOf(name) }))
const layered = rules.map(({ name, css }) => `@layer ${name}{${css}}`).join('')
// A browser older than layers drops them whole. `revert-layer` came on the same day as `@layer`, so this copy is
// for it alone; and what is said twice weighs next to nothing once gzipped.
const plain = `@supports not (color:revert-layer){${rules.map(({ css }) => css).join('')}}`

const css = `@layer ${layers};${layered}${plain}\n`
const js = shortScript(new URL(`public${urls.pageScript}`, root))

/** The parts of what keeps unsent words, each after those that it imports: one scope, for browsers and one request. */
const parts = ['store', 'sheet', 'sending', 'saying', 'arriving']
const unsent = parts.map((name) => shortScript(new URL(`src/ui/unsent/${name}.js`, root))).join('')

write(new URL(`public${urls.styles}`, root), css)
write(
  new URL(`public${urls.unsentScript}`, root),
  `;(() => {\n${unsent.replace(/^import .*\n|^export /gm, '')}})()\n`,
)
write(new URL('.wrangler/styles.json', root), JSON.stringify({ css, hash: hashOf(css) }))
write(new URL('.wrangler/page-script.json', root), JSON.stringify({ js, hash: hashOf(js) }))

/** As a Content-Security-Policy names it. */
function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Without comments and without the space that only people need. */
function shortScript(file) {
  return readFileSync(file, 'utf8').replace(/^\s*\/\/.*\n|^\s+/gm, '')
}

function rulesOf(layer) {
  const own = files.filter((path) => layerOf(path) === layer).sort()
  return own.map((path) => short(readFileSync(new URL(path, styles), 'utf8'))).join('')
}

/** The same of a style sheet. */
function short(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}

/** Renamed into place: two runs at once, and a server that reads, never meet half of it. */
function write(file, text) {
  const draft = new URL(`.wrangler/styles.${process.pid}`, root)
  mkdirSync(new URL('./', draft), { recursive: true })
  writeFileSync(draft, text)
  renameSync(draft, file)
}
