import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDb } from '../src/db/client.ts'
import { organisations } from '../src/db/tables/orgs.ts'
import { logFailure, PlainError, traceOf } from '../src/log.ts'
import { cloudflare } from '../src/platform/cloudflare.ts'
import type { Database, Statement } from '../src/platform/types.ts'
import { receive } from '../src/queue.ts'
import { runJob } from '../src/schedule.ts'
import { urls } from '../src/urls.ts'
import { answers, openedToken, visitor } from './intake/visitor.ts'
import { linesWith } from './structure/sources.ts'
import { bindings, onDatabase } from './support/signed-in.ts'
import { townAnew } from './support/town/anew.ts'
import { app, at, clock, phoneOf } from './support/town/pages.ts'
import { arrive } from './support/town/signing-in.ts'
import { monday, type Town } from './support/town/town.ts'

const words = '我举报王厂长'

let here: Town
let lines: string[]

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  lines = []
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    lines.push(
      said.map((one) => (one instanceof Error ? `${one.stack} ${one.cause}` : String(one))).join(' '),
    )
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** A database that reads, and fails on writing as D1 may: with all that it was given in the words of the error. */
function indiscreet(): Database {
  const given = new WeakMap<Statement, unknown[]>()
  const failing = (sql: string, bare: Statement, values: unknown[] = []): Statement => {
    const fail = async () => {
      throw new Error(`D1_ERROR: no room for ${values.join(', ')}: SQLITE_FULL`)
    }
    const reads = /^\s*(?:select|with)\b/i.test(sql)
    const statement: Statement = {
      bind: (...bound) => failing(sql, bare.bind(...bound), bound),
      run: reads ? () => bare.run() : fail,
      all: reads ? () => bare.all() : fail,
      raw: reads ? () => bare.raw() : fail,
    }
    given.set(statement, values)
    bares.set(statement, reads ? bare : null)
    return statement
  }
  const bares = new WeakMap<Statement, Statement | null>()
  return {
    prepare: (sql) => failing(sql, env.DB.prepare(sql) as unknown as Statement),
    async batch(statements) {
      const reading = statements.map((statement) => bares.get(statement))
      if (reading.every((bare) => bare)) return env.DB.batch(reading as unknown as D1PreparedStatement[])
      throw new Error(
        `D1_ERROR: no room for ${statements.flatMap((it) => given.get(it) ?? []).join(', ')}: SQLITE_FULL`,
      )
    },
  }
}

/** That something was logged, where it came from, and none of these words. */
function expectDiscreet(...secret: string[]) {
  expect(lines.join('\n')).toMatch(/SQLITE_FULL/)
  for (const one of [words, ...secret]) expect(lines.join('\n')).not.toContain(one)
}

describe('the log says what failed, and none of the words that were written,', () => {
  const broken = () => onDatabase(indiscreet())

  test('when a form cannot be filed', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('grievance'))
    const typed = { ...answers, story: words, employer: '无', 'employer-id': 'none', token, step: 'send' }
    const sent = await worker.post(urls.form('grievance'), typed, { env: broken() })
    expect(sent.status).toBe(503)
    expectDiscreet()
    expect(lines[0]).toMatch(/^A form could not be taken: .*\n? +at /s)
  })

  test('when a worker cannot write', async () => {
    const phone = await phoneOf(await here.file(), broken())
    await phone.post(urls.followMessages, { message: words, token: 'key' })
    expectDiscreet()
  })

  test('when a cadre cannot act', async () => {
    const { id } = await here.file()
    const desk = await at('officer', {})
    const turn = /name="turn" value="(\d+)"/.exec(await (await desk.get(urls.deskCase(id))).text())?.[1] ?? ''
    const cookie = [...desk.cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await app.request(
      urls.deskAct(id, 'note'),
      {
        method: 'POST',
        body: new URLSearchParams({ 'note-reason': words, turn }),
        headers: { cookie, origin: 'http://localhost' },
      },
      bindings({ demo: true, ...broken() }),
    )
    expect(answer.status).toBe(500)
    expectDiscreet(id)
    expect(lines[0]).toContain('POST /desk/cases/:id/:act failed')
  })

  test('when nobody can sign in', async () => {
    const { phone } = arrive(app, broken())
    await phone.post(urls.signIn, { email: 'officer@union.example' })
    expectDiscreet('officer@union.example')
  })

  test('when a job fails, to the platform too', async () => {
    const platform = bindings(broken())
    const failed = runJob(
      '20 * * * *',
      {
        ...platform,
        openDatabase: () => {
          throw new Error(words)
        },
      },
      monday,
    )
    await expect(failed).rejects.toThrow(/^The job of 20 \* \* \* \* failed$/)
    expect(lines.join('\n')).not.toContain(words)
    expect(lines).toHaveLength(1)
  })

  test('when a message of the queue cannot be read', async () => {
    await receive({ messages: [{ body: { words }, retry: () => undefined }] }, bindings(), monday)
    expect(lines).toEqual(['A message of the queue could not be read'])
  })

  test('when what goes on after an answer fails', async () => {
    const context = createExecutionContext()
    cloudflare(env, context).later(Promise.reject(new Error(`SQLITE_FULL ${words}`)))
    await waitOnExecutionContext(context)
    expectDiscreet()
  })

  test('when a code cannot be mailed, whose answer repeats the subject', async () => {
    const post = async () => {
      throw new Error(`550 5.7.1 refused: ${words} 1234 5678 to <officer@union.example>`)
    }
    const { phone } = arrive(app, { post })
    await phone.post(urls.signIn, { email: 'officer@union.example' })
    expect(lines).toEqual(['A sign-in code could not be sent (550)'])
  })
})

test('a failed statement is told by its kind, its rule and its place, without what it was given', async () => {
  const db = openDb(env.DB)
  const row = { id: words, path: '0001', name: { zh: words, en: words }, createdAt: monday }
  const error = await db
    .insert(organisations)
    .values(row)
    .catch((it: unknown) => it)
  const told = traceOf(error)
  expect(String(error)).toContain(words)
  expect(told).not.toContain(words)
  expect(told).toContain('UNIQUE constraint failed: organisations.path')
  expect(told).toMatch(/SQLITE_CONSTRAINT/)
  expect(told).toMatch(/ at .*log\.test\.ts/)
  expect(await db.select().from(organisations).where(eq(organisations.id, words))).toEqual([])
})

test('words that look like places in the code are left out as well', () => {
  const error = new Error(`failed\n    at ${words} (file.ts:1:1)\n    at home`)
  expect(traceOf(error)).not.toContain(words)
  error.message = 'changed afterwards'
  expect(traceOf(error)).not.toContain(words)
})

test('what is no error is told nothing of', () => {
  logFailure('It failed', words)
  logFailure('It failed', { message: words })
  expect(lines).toEqual(['It failed: ', 'It failed: '])
})

test('what we say ourselves is repeated: the secret that is missing is named', () => {
  expect(traceOf(new PlainError('Missing: AUTH_SECRET'))).toMatch(/^Missing: AUTH_SECRET/)
})

test('only one file writes to the log', () => {
  expect(linesWith(/\bconsole\./, ['log.ts'])).toEqual([])
})
