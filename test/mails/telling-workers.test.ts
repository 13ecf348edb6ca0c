import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { forgetWays } from '../../src/cases/news/forgetting-ways.ts'
import { waysOf } from '../../src/cases/news/ways.ts'
import { readByWorker } from '../../src/cases/reading.ts'
import { openDb } from '../../src/db/client.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { settings as settingsTable } from '../../src/db/tables/orgs.ts'
import { tellWorkers } from '../../src/mails/telling-workers.ts'
import { defaultNews } from '../../src/orgs/news-texts.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import type { OutgoingMail, Platform } from '../../src/platform/types.ts'
import { moveOn } from '../../src/watch/moving-on.ts'
import { newBrowser } from '../support/push-browser.ts'
import { townAnew } from '../support/town/anew.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'

const address = 'li.na@example.com'
/** A Monday at ten in the morning, and what follows it. */
const ten = new Date('2026-09-21T02:00:00Z')
const later = (hours: number) => new Date(ten.getTime() + hours * 3_600_000)

let here: Town
let held: Held
beforeEach(async () => {
  here = await townAnew(env.DB, ten)
  held = await here.file({ anonymous: true, identity: {} })
})

/** Who reads the mailbox gets what the runs at these times hand over. */
async function toldAt(...times: Date[]): Promise<OutgoingMail[]> {
  const { bindings, mails } = workerEnv()
  for (const time of times) await tellWorkers(bindings, time)
  return mails
}

async function asks(at = here, target = address) {
  const asked = await askForNews(at.scene, await at.asWorker(held), { kind: 'mail', target })
  expect(asked).toEqual({ ok: true })
}

const writes = async (at: Town, body = 'Please bring your pay slips.') =>
  succeeded(await at.does('officer', held, 'write', { body, key: body }))

const rows = () => openDb(env.DB).select().from(newsWays)

describe('a worker who left an address is told that there is news', () => {
  test('by a mail that says nothing of the union, of his case, or of where it is', async () => {
    await asks()
    await writes(here.at(later(1)))
    const [mail, ...others] = await toldAt(later(2))
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      to: address,
      from: { name: '消息提醒', email: 'huying@example.org' },
      subject: '有新消息',
    })
    const { from: _, ...said } = mail ?? { from: null }
    const all = JSON.stringify(said)
    expect(all).toContain('有新内容等您看')
    expect(all).not.toMatch(/工会|诉求|呼应|union|case|huying|http|pay slips|Li Na/i)
    expect(all).not.toContain(String(held.number))
  })

  test('in the language in which he filed', async () => {
    held = await here.file({ locale: 'en' })
    await asks()
    await writes(here.at(later(1)))
    expect(await toldAt(later(2))).toMatchObject([{ subject: 'There is news', from: { name: 'Reminder' } }])
  })

  test('from the address and by the words of the settings', async () => {
    const value = { ...defaultNews, from: 'note@example.net', subject: { zh: '请看', en: 'Look' } }
    await here.db.insert(settingsTable).values({ key: 'news', value, updatedAt: ten })
    forgetRules()
    await asks()
    await writes(here.at(later(1)))
    expect(await toldAt(later(2))).toMatchObject([{ subject: '请看', from: { email: 'note@example.net' } }])
    await here.db.delete(settingsTable)
    forgetRules()
  })

  test('of an act that he reads, and of no other', async () => {
    await asks()
    succeeded(await here.at(later(1)).does('officer', held, 'note', { reason: 'For us alone.' }))
    expect(await toldAt(later(2))).toEqual([])
    succeeded(await here.at(later(3)).does('officer', held, 'accept'))
    expect(await toldAt(later(4))).toHaveLength(1)
  })

  test('of what the clock does', async () => {
    await here.reach(held, 'needs_info')
    await readByWorker(here.scene, await here.asWorker(held))
    await asks()
    const weeks = new Date('2026-10-12T02:00:00Z')
    await moveOn(workerEnv().bindings, weeks)
    expect(await toldAt(new Date('2026-10-12T03:00:00Z'))).toHaveLength(1)
  })

  test('of the answer to the case that his own was merged into', async () => {
    const living = await here.given('investigating')
    const reason = 'The same matter.'
    succeeded(await here.does('officer', held, 'propose_merge', { number: living.number, reason }))
    succeeded(await here.does('head', held, 'agree_merge', { reason }))
    await asks()
    await here.at(later(1)).goOn(living, 'investigating', 'replied')
    expect(await toldAt(later(2))).toHaveLength(1)
  })

  test('not of his own acts, nor of what he has opened', async () => {
    await asks()
    succeeded(await here.at(later(1)).workerDoes(held, 'write_to_union', { body: 'And?', key: '1' }))
    await writes(here.at(later(1)))
    await readByWorker(here.at(later(1)).scene, await here.asWorker(held))
    expect(await toldAt(later(2))).toEqual([])
  })
})

describe('never more than he asked for', () => {
  test('once a day, however much there is and however often the clock strikes', async () => {
    await asks()
    await writes(here.at(later(1)))
    expect(await toldAt(later(2), later(2), later(3))).toHaveLength(1)
    await writes(here.at(later(3)), 'One more thing.')
    expect(await toldAt(later(4), later(9))).toEqual([])
    expect(await toldAt(later(24))).toHaveLength(1)
    expect(await toldAt(later(48))).toEqual([])
  })

  test('of two runs at once, one sends', async () => {
    await asks()
    await writes(here.at(later(1)))
    const { bindings, mails } = workerEnv()
    await Promise.all([tellWorkers(bindings, later(2)), tellWorkers(bindings, later(2))])
    expect(mails).toHaveLength(1)
  })

  test('in no quiet hour: what comes at night waits for the morning', async () => {
    await asks()
    await writes(here.at(later(12)))
    // 23:00, 02:00 and 07:54; then 08:00.
    expect(await toldAt(later(13), later(16), later(21.9))).toEqual([])
    expect(await toldAt(later(22))).toHaveLength(1)
  })

  test('nothing once he has it forgotten, and then no address is left', async () => {
    await asks()
    await writes(here.at(later(1)))
    await forgetWays(here.scene, await here.asWorker(held))
    expect(await toldAt(later(2))).toEqual([])
    expect(await rows()).toEqual([])
    expect(await here.db.select().from(deletions)).toMatchObject([
      { what: 'news', why: 'asked_by_worker', caseNumber: held.number, count: 1 },
    ])
  })

  test('nothing to an address in whose place he put another one', async () => {
    await asks()
    await asks(here, 'other@example.com')
    await writes(here.at(later(1)))
    expect((await toldAt(later(2))).map(({ to }) => to)).toEqual(['other@example.com'])
  })

  test('five changes a day, so that nobody writes to strangers by it', async () => {
    for (const number of [0, 1, 2, 3, 4, 5]) await asks(here, `a${number}@example.com`)
    const ask = async (at: Town) =>
      askForNews(at.scene, await at.asWorker(held), { kind: 'mail', target: 'a6@example.com' })
    expect(await ask(here)).toEqual({ ok: false, why: 'too_often' })
    expect(await ask(here.at(later(24)))).toEqual({ ok: true })
  })
})

describe('one day has one telling of a case', () => {
  /** Has a browser registered, as its push service knows it. */
  async function asksByPush(at = here) {
    const { subscription } = await newBrowser('https://fcm.googleapis.com/fcm/send/abc')
    const way = { kind: 'push', target: JSON.stringify(subscription) } as const
    expect(await askForNews(at.scene, await at.asWorker(held), way)).toEqual({ ok: true })
  }

  /** By what he was told in a run in which mail is taken or refused, and the push service answers this. */
  async function toldBy(time: Date, { mailed = true, pushed = 201 } = {}): Promise<string[]> {
    const told: string[] = []
    const post = async () => {
      if (!mailed) throw new Error('no such mailbox')
      told.push('mail')
    }
    const push = async () => {
      if (pushed === 201) told.push('push')
      return pushed
    }
    await tellWorkers({ ...workerEnv().bindings, post, push }, time)
    return told
  }

  test('by mailbox and browser together', async () => {
    await asks()
    await asksByPush()
    await writes(here.at(later(1)))
    expect(await toldBy(later(2))).toEqual(['mail', 'push'])
    await writes(here.at(later(3)), 'One more thing.')
    expect(await toldBy(later(4))).toEqual([])
    expect(await toldBy(later(24))).toEqual(['mail', 'push'])
  })

  test('what failed on one of the two waits for the next day', async () => {
    await asks()
    await asksByPush()
    await writes(here.at(later(1)))
    expect(await toldBy(later(2), { mailed: false })).toEqual(['push'])
    for (const hours of [3, 4, 9]) expect(await toldBy(later(hours))).toEqual([])
    expect(await toldBy(later(24))).toEqual(['mail'])
    await writes(here.at(later(25)), 'One more thing.')
    expect(await toldBy(later(26))).toEqual([])
    expect(await toldBy(later(48))).toEqual(['mail', 'push'])
  })

  test('where both failed, both are tried again', async () => {
    await asks()
    await asksByPush()
    await writes(here.at(later(1)))
    expect(await toldBy(later(2), { mailed: false, pushed: 503 })).toEqual([])
    expect(await toldBy(later(3))).toEqual(['mail', 'push'])
  })

  test('a way that he adds after it begins the next day', async () => {
    await asks()
    await writes(here.at(later(1)))
    expect(await toldBy(later(2))).toEqual(['mail'])
    await asksByPush(here.at(later(3)))
    await writes(here.at(later(3)), 'One more thing.')
    expect(await toldBy(later(4))).toEqual([])
    expect(await toldBy(later(24))).toEqual(['mail', 'push'])
  })

  test('forgotten and asked for again, it begins the next day, and nothing else of it is kept', async () => {
    await asks()
    await writes(here.at(later(1)))
    expect(await toldBy(later(2))).toEqual(['mail'])
    await forgetWays(here.at(later(3)).scene, await here.asWorker(held))
    expect(await rows()).toEqual([])
    await asksByPush(here.at(later(3)))
    await asks(here.at(later(3)))
    await writes(here.at(later(3)), 'One more thing.')
    expect(await toldBy(later(4))).toEqual([])
    expect(await toldBy(later(24))).toEqual(['mail', 'push'])
  })

  test('of two runs at once, one tells on both', async () => {
    await asks()
    await asksByPush()
    await writes(here.at(later(1)))
    const both = await Promise.all([toldBy(later(2)), toldBy(later(2))])
    expect(both.flat().sort()).toEqual(['mail', 'push'])
  })
})

describe('where it cannot be sent', () => {
  /** A door that answers what it is told to. */
  const failing = (error: string | null): Platform => ({
    ...workerEnv().bindings,
    post: async () => {
      if (error) throw new Error(error)
    },
  })

  test('it is tried again after ever longer pauses, and then his page says so', async () => {
    await asks()
    await writes(here.at(later(1)))
    const tries: number[] = []
    for (let hour = 2; hour < 100; hour += 1) {
      const before = (await rows())[0]?.attempts
      await tellWorkers(failing('no such mailbox'), later(hour))
      if ((await rows())[0]?.attempts !== before) tries.push(hour)
    }
    expect(tries).toHaveLength(6)
    expect((await waysOf(here.scene, await here.asWorker(held))).mail).toMatchObject({ isFailing: true })
    await asks(here.at(later(100)))
    expect((await waysOf(here.scene, await here.asWorker(held))).mail).toMatchObject({ isFailing: false })
  })

  test('a run that dies sends no second one that day, and the next day goes on', async () => {
    await asks()
    await writes(here.at(later(1)))
    const dying = { ...workerEnv().bindings, post: () => new Promise<void>(() => undefined) }
    const run = tellWorkers(dying, later(2))
    await expect.poll(async () => (await rows())[0]?.attempts).toBe(1)
    expect(await toldAt(later(3))).toEqual([])
    expect(await toldAt(later(24))).toHaveLength(1)
    void run
  })
})

describe('it is forgotten by itself', () => {
  test('when the case has ended and no time of the worker runs any more', async () => {
    await here.reach(held, 'closed')
    await asks()
    await tellWorkers(workerEnv().bindings, new Date('2026-10-20T02:00:00Z'))
    expect(await rows()).toHaveLength(1)
    await tellWorkers(workerEnv().bindings, new Date('2026-11-05T02:00:00Z'))
    expect(await rows()).toEqual([])
    const asked = await askForNews(here.at('2026-11-05T02:00:00Z').scene, await here.asWorker(held), {
      kind: 'mail',
      target: address,
    })
    expect(asked).toEqual({ ok: false, why: 'not_allowed' })
  })

  test('not while it may go on: reopened, he is told again', async () => {
    await here.reach(held, 'closed')
    await asks()
    succeeded(await here.workerDoes(held, 'reopen', { reason: 'Nothing was paid.' }))
    await tellWorkers(workerEnv().bindings, new Date('2026-12-05T02:00:00Z'))
    expect(await rows()).toHaveLength(1)
  })

  test('at the latest with the key of its case, whoever removes that', async () => {
    await asks()
    await here.db.run('delete from case_keys')
    expect(await rows()).toEqual([])
  })
})

test('the address lies in the database encrypted, and no minute says when he asked', async () => {
  await asks(here.at(later(1.5)))
  const [row] = await rows()
  expect(JSON.stringify(row)).not.toContain('li.na')
  expect(row).toMatchObject({ askedOn: '2026-09-21', notBefore: new Date('2026-09-20T16:00:00Z') })
})

test('after words of the case were deleted under a new key, he is told all the same', async () => {
  await asks()
  succeeded(await here.workerDoes(held, 'erase_words'))
  await writes(here.at(later(1)))
  expect(await toldAt(later(2))).toMatchObject([{ to: address }])
})

test('whose act is written by sweeps or alone, the database itself notes it', async () => {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'trigger' and name like 'news%' order by name",
  ).all()
  expect(results.map(({ name }) => name)).toEqual([
    'news_of_ended',
    'news_of_events',
    'news_of_messages',
    'news_without_key',
  ])
})
