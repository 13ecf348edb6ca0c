// npm run audit:verify -- FILE… [--head DAY=HASH …]: whether files of the record are whole, from outside: it needs no
// database and no network. Several files are given in the order of their days. Ends with 0 where all fits, with 1 where
// something was altered, is missing or out of order, and with 2 where it could not be read.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ensureNode24 } from './node24.mjs'

ensureNode24()

const { verify } = await import('../src/cases/record/verifying.ts')
const { inWords, uncheckedInWords } = await import('./record/words.ts')

const usage = 'Say `npm run audit:verify -- FILE… [--head DAY=HASH …]`; a head stands on the page /record.'

process.exit(await run(process.argv.slice(2)))

async function run(args) {
  const { paths, heads } = asked(args)
  if (!heads || paths.length === 0) return unread(usage)
  const files = []
  for (const path of paths) {
    try {
      files.push({ name: basename(path), text: readFileSync(path, 'utf8') })
    } catch {
      return unread(`${path} cannot be read.`)
    }
  }
  const verdict = await verify(files, heads)
  if ('line' in verdict) return unread(`${verdict.file}, line ${verdict.line}: this is no record.`)
  const { found, entries, days } = verdict
  const [first] = found
  if (first) console.log(`✗ ${inWords(first)}`)
  else console.log(`✓ Whole and in order: entries ${entries}, days ${days}.`)
  if (found.length > 1) console.log(`  What does not fit besides: ${found.length - 1}.`)
  for (const line of uncheckedInWords(verdict, heads.size)) console.log(`  ${line}`)
  return first ? 1 : 0
}

/** Heads may be written in groups, as the page shows them, and in capitals. */
function asked(args) {
  const paths = []
  let heads = new Map()
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] !== '--head') {
      paths.push(args[at])
      continue
    }
    at += 1
    const [, day, hash] = /^(\d{4}-\d\d-\d\d)=([\da-f\s]+)$/i.exec(args[at] ?? '') ?? []
    const head = hash?.replace(/\s/g, '').toLowerCase()
    if (head?.length === 64) heads?.set(day, head)
    else heads = null
  }
  return { paths, heads }
}

function unread(why) {
  console.error(`✗ ${why}`)
  return 2
}
