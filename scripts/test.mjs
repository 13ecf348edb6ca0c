// npm test [-- words in file names]: the checks, the tests in workerd, the journeys in Chromium; one sum.
// npm run test:heavy: what tries many things at random, ten times as often; and every page, with axe and a ruler.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from './check.mjs'
import { ensureNode24 } from './node24.mjs'
import { whenOrphaned } from './parent.mjs'
import { root } from './root.mjs'
import { quiet } from './wrangler.mjs'

ensureNode24()

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP']
whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))

const patience = 18 * 60_000
const heavy = process.argv[2] === '--heavy'
const vitest = fileURLToPath(new URL('node_modules/vitest/vitest.mjs', root))
const reports = mkdtempSync(join(tmpdir(), 'huying-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const sum = { passed: 0, failed: heavy ? 0 : (await check()).failed, skipped: 0 }
const words = heavy ? ['test/attack', 'test/lives', 'test/pictures'] : process.argv.slice(2)
for (const project of heavy ? ['worker', 'scenes'] : ['worker', 'journeys']) {
  const count = await run(project, words)
  for (const kind of Object.keys(sum)) sum[kind] += count[kind]
}
if (sum.passed + sum.failed === 0) {
  console.error('No test was found.')
  process.exitCode = 1
}
if (sum.failed) process.exitCode = 1
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit()

async function run(project, words) {
  const report = join(reports, `${project}.json`)
  const flags = ['--config', 'test/vitest.config.ts', '--project', project, '--passWithNoTests']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await toItsEnd(['run', ...flags, ...reporters, ...words])
  const count = countIn(report)
  // An error outside any test, or a run that never wrote its report, is a failure too.
  if (code !== 0 && count.failed === 0) count.failed = 1
  return count
}

function countIn(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    )
    return {
      passed: numPassedTests,
      failed: numFailedTests + unloaded.length,
      skipped: numPendingTests + numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

/** Runs vitest in a process group of its own, so that whatever ends this run ends all of it. */
function toItsEnd(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest, ...args], {
      cwd: fileURLToPath(root),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...quiet, WRANGLER_LOG: 'warn', HUYING_HEAVY: heavy ? '1' : '' },
      detached: true,
    })
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal)
      } catch {
        // already gone
      }
    }
    const late = setTimeout(() => {
      console.error(`The tests took longer than ${patience / 60_000} minutes and were stopped.`)
      end('SIGTERM')
      setTimeout(end, 5_000, 'SIGKILL').unref()
    }, patience)
    const interrupted = () => {
      end('SIGTERM')
      process.exit(130)
    }
    for (const signal of endings) process.once(signal, interrupted)
    child.on('close', (code) => {
      clearTimeout(late)
      for (const signal of endings) process.off(signal, interrupted)
      end('SIGKILL')
      resolve(code ?? 1)
    })
  })
}
