import { rmSync } from 'node:fs'
import { type BuiltWorker, buildWorker } from '../support/build.ts'
import { rowsByAct } from './acts.ts'
import { tablesOfManyRows } from './exporting.ts'
import { firstVisit } from './first-visit.ts'
import { jobsByBacklog } from './jobs.ts'
import { pagesOfMaking } from './making.ts'
import { stepsThroughForm } from './page-by-page.ts'
import { pagesByHistory } from './pages.ts'
import { partsOfAnswers } from './parts-of-answers.ts'
import { searchByHistory } from './searching.ts'
import { besideBare } from './throughput.ts'

// npm run bench: what a first visit weighs, how fast a page and a filing are beside a bare Worker on this
// machine in this run, what each act writes, what the pages cost on which a form is made, what each job asks of the
// database and what it leaves, and what each page reads as history grows; what a part of the answers to a form costs, and
// whether a long table is written in flat memory.
const built: BuiltWorker[] = []
const build = async (config?: string) => {
  const worker = await buildWorker(config)
  built.push(worker)
  return worker
}
try {
  const product = await build()
  await firstVisit(product)
  const bare = await build('test/bench/bare/wrangler.toml')
  await besideBare(product, bare)
  const counting = await build('test/bench/counting/wrangler.toml')
  await stepsThroughForm(product, bare, counting)
  await tablesOfManyRows()
  await partsOfAnswers(product)
  await rowsByAct(product)
  await pagesOfMaking(product, bare, counting)
  await jobsByBacklog(counting)
  await pagesByHistory(counting)
  await searchByHistory(counting)
} finally {
  for (const { dir } of built) rmSync(dir, { recursive: true, force: true })
}
process.exit()
