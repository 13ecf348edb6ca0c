import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentsOf } from '../../src/cases/consents.ts'
import { keepFile } from '../../src/cases/filed/kept-files.ts'
import { encryptedColumns } from '../../src/cases/keys/encrypted-columns.ts'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { keepDraft } from '../../src/keeping/drafts.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { urls } from '../../src/urls.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { replacing } from '../support/replacing.ts'
import { onDatabase } from '../support/signed-in.ts'
import { at, clock, phoneOf, turnIn } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

const details = { worker_name: 'Li Na', worker_phone: '13911111111' }

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

/** A database on which something happens just before the next batch, once that is asked for. */
function interrupted() {
  let next: (() => Promise<unknown>) | null = null
  const database = replacing(env.DB, {
    async batch<T>(statements: D1PreparedStatement[]) {
      const happens = next
      next = null
      await happens?.()
      return env.DB.batch<T>(statements)
    },
  })
  return { database, meanwhile: (happens: () => Promise<unknown>) => (next = happens) }
}

const alarms = async () => (await here.notices()).filter(({ kind }) => kind === 'alarm')

/** A case of which there are encrypted words of every kind. */
async function full(): Promise<Held> {
  const held = await here.given('investigating')
  const asked = { recipient: '县人社局', contact: '12333', what: 'all', purpose: '核对本人。' } as const
  succeeded(await here.does('handler', held, 'ask_consent', { ...asked, reason: '立案。' }))
  const [consent] = await consentsOf(here.scene, await here.asWorker(held))
  succeeded(await here.workerDoes(held, 'give_consent', { consentId: consent?.id ?? '' }))
  const referral = { recipient: '县人社局', body: '工资没有发。', reason: '转县人社局。' }
  succeeded(await here.does('handler', held, 'refer', referral))
  succeeded(await here.does('handler', held, 'resume_handling', { reason: '回来了。' }))
  const file = await keepFile(filesIn(env.FILES), { kind: 'jpeg', bytes: new Uint8Array(9) })
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Any news?', key: '1', file }))
  await here.goOn(held, 'investigating', 'replied')
  const { cipher } = await here.load('handler', held)
  await keepDraft(here.scene, { staffId: 'handler', caseId: held.id, cipher }, { 'note-reason': 'Ask' })
  for (const [kind, target] of [
    ['mail', 'li.na@example.com'],
    ['push', '{}'],
  ] as const)
    succeeded(await askForNews(here.scene, await here.asWorker(held), { kind, target }))
  return held
}

async function isFull({ id }: Held): Promise<boolean> {
  const counts = await Promise.all(
    Object.values(encryptedColumns).map(({ column, caseId }) =>
      here.db.$count(column.table, sql`${caseId} = ${id} and ${column} <> ''`),
    ),
  )
  return counts.every((count) => count > 0)
}

describe('what is sent while its case gets another key', () => {
  test('by a worker comes back with what he typed, and rings nobody', async () => {
    const held = await here.given('investigating')
    succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Any news?', key: '1' }))
    const { database, meanwhile } = interrupted()
    const phone = await phoneOf(held, onDatabase(database))
    meanwhile(() => here.workerDoes(held, 'erase_identity'))
    const answer = await phone.post(urls.followMessages, { message: 'It was August.', token: '2' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('It was August.')
    expect(page).toContain('这一件刚刚有了变化')
    expect(await alarms()).toEqual([])
    const again = await phone.post(urls.followMessages, { message: 'It was August.', token: '2' })
    expect(again.status).toBe(303)
  })

  test('by a cadre stays in its form, and he is told of the change and not that it is not his', async () => {
    const held = await here.given('investigating')
    const { database, meanwhile } = interrupted()
    const desk = await at('handler', onDatabase(database))
    const turn = turnIn(await (await desk.get(urls.deskCase(held.id))).text())
    meanwhile(() => here.workerDoes(held, 'erase_words'))
    const form = { turn, 'note-reason': 'The cashier is away.' }
    const answer = await desk.post(urls.deskAct(held.id, 'note'), form)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('这一件刚刚有了变化')
    expect(page).toContain('有人在这一件上写了或者删除了内容')
    expect(page).toMatch(/name="note-reason"[^>]*>\s*The cashier is away\./)
    expect((await desk.post(urls.deskAct(held.id, 'note'), form)).status).toBe(303)
  })
})

describe('each act that gives a case another key runs far fewer statements than 50, with words of every kind', () => {
  type Phone = Awaited<ReturnType<typeof phoneOf>>

  const acts: Record<string, (phone: Phone, held: Held) => Promise<Response>> = {
    'deleting what was written': (phone) => phone.post(urls.followWords),
    'deleting a name': (phone) => phone.post(urls.followIdentity),
    'correcting a name': (phone) => phone.post(urls.followContact, details),
    'sealing a name': (phone, { receipt }) => phone.post(urls.followSeal, { receipt, step: 'seal' }),
    'another mailbox': (phone) => phone.post(urls.followNews, { newsMail: 'na.li@example.com' }),
    'no news any more': (phone) => phone.post(urls.followNewsEnd),
  }
  const ofSealed: typeof acts = {
    'correcting a sealed name': (phone, { receipt }) =>
      phone.post(urls.followContact, { ...details, receipt }),
    'another receipt': async (phone, { receipt }) => {
      const page = await (await phone.get(urls.followReceipt)).text()
      const [, of = ''] = /name="of" value="([^"]+)"/.exec(page) ?? []
      const shown = [...page.matchAll(/<span>([2-9CFGHJMPQRVWX]{4}) <\/span>/g)].map((it) => it[1])
      counted.begin()
      return phone.post(urls.followReceipt, { of, last: shown.at(-1) ?? '', receipt })
    },
  }

  let counted: { database: D1Database; begin: () => void; statements: () => number }
  beforeEach(() => {
    const { counted: database, statements } = countingStatements(env.DB)
    let from = 0
    counted = { database, begin: () => (from = statements()), statements: () => statements() - from }
  })

  test.each([...Object.entries(acts), ...Object.entries(ofSealed)])('%s', async (name, act) => {
    const held = await full()
    expect(await isFull(held)).toBe(true)
    if (name in ofSealed) succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
    const before = (await here.asWorker(held)).cipher
    const phone = await phoneOf(held, onDatabase(counted.database))
    forgetRules()
    counted.begin()
    expect((await act(phone, held)).status).toBe(303)
    expect(counted.statements()).toBeLessThanOrEqual(37)
    const after = await here.load('handler', held)
    expect(await after.cipher.keyId()).not.toBe(await before.keyId())
  })
})
