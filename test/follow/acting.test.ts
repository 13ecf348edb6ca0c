import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { State } from '../../src/db/vocabulary.ts'
import type { Database } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { onDatabase } from '../support/signed-in.ts'
import { clock, phoneOf, read, tokenIn, turnIn } from '../support/town/pages.ts'
import { days, minutes } from '../support/town/times.ts'
import { monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

const caseIn = (state: State) => here.given(state)

describe('every act of the worker', () => {
  test.each<[act: string, from: State, to: State, action: string]>([
    ['information', 'needs_info', 'triage', 'give_info'],
    ['objection', 'declined', 'triage', 'object'],
    ['reopening', 'replied', 'reopened', 'reopen'],
    ['reopening', 'closed', 'reopened', 'reopen'],
    ['appeal', 'replied', 'under_review', 'appeal'],
    ['withdrawal', 'investigating', 'withdrawn', 'withdraw'],
    ['resumption', 'withdrawn', 'triage', 'resume'],
    ['correction', 'investigating', 'investigating', 'correct'],
    ['retaliation', 'investigating', 'investigating', 'report_retaliation'],
  ])('%s: from %s to %s, once for two taps', async (act, from, to, action) => {
    const held = await caseIn(from)
    const phone = await phoneOf(held)
    const form = { turn: turnIn(await phone.page()), [act]: 'What I have to say.' }
    for (const tap of [1, 2]) {
      const answer = await phone.post(urls.followAct(act), form)
      expect([tap, answer.status, answer.headers.get('location')]).toEqual([tap, 303, `/follow?done=${act}`])
    }
    expect((await here.caseOf(held)).state).toBe(to)
    expect((await here.historyOf(held)).filter((event) => event.action === action)).toHaveLength(1)
    expect(await (await phone.get(`/follow?done=${act}`)).text()).toContain('notice good')
  })

  test.each(['information', 'objection', 'reopening', 'appeal', 'correction', 'retaliation'])(
    '%s without a word is asked for again, with a link to its field',
    async (act) => {
      const from = { information: 'needs_info', objection: 'declined' } as const
      const phone = await phoneOf(await caseIn(from[act as keyof typeof from] ?? 'replied'))
      const answer = await phone.act(urls.followAct(act), { [act]: ' ' })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(`href="#${act}"`)
    },
  )

  test('how much a text may have is said beside its field', async () => {
    const page = await (await phoneOf(await caseIn('investigating'))).page()
    for (const name of ['message', 'correction', 'withdrawal'])
      expect(page).toMatch(new RegExp(`id="${name}-hint">[^<]*最多 4000 字。`))
  })

  test('a text that is too long stays in its field', async () => {
    const phone = await phoneOf(await caseIn('investigating'))
    const text = '长'.repeat(4001)
    const answer = await phone.act(urls.followAct('correction'), { correction: text })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(text)
  })

  test('an act that does not exist is not found', async () => {
    const phone = await phoneOf(await caseIn('investigating'))
    expect((await phone.act(urls.followAct('deletion'), {})).status).toBe(404)
  })
})

test.each([
  ['retaliation', [{ kind: 'deliveries' }]],
  ['correction', []],
])('%s wakes the sender of mails only where people are told at once', async (act, expected) => {
  const wakes: unknown[] = []
  const wake = async (message: unknown) => void wakes.push(message)
  const phone = await phoneOf(await caseIn('investigating'), { wake })
  await phone.act(urls.followAct(act), { [act]: 'What I have to say.' })
  expect(wakes).toEqual(expected)
})

describe('the two questions about a reply', () => {
  test('solved closes the case and is shown as said', async () => {
    const held = await caseIn('replied')
    const phone = await phoneOf(held)
    const answer = await phone.act(urls.followRating, { solved: 'solved', satisfied: 'basically' })
    expect(answer.status).toBe(303)
    expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'solved' })
    const page = read(await phone.page())
    expect(page).toContain('问题 已解决')
    expect(page).toContain('办理 基本满意')
  })

  test('both are asked for, and the one given is kept', async () => {
    const phone = await phoneOf(await caseIn('replied'))
    const answer = await phone.act(urls.followRating, { solved: 'partly' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#satisfied"')
    expect(page).toMatch(/value="partly" checked/)
  })

  test('two taps count once; other answers from a second phone are told that it was too late', async () => {
    const held = await caseIn('replied')
    const phone = await phoneOf(held)
    const form = { turn: turnIn(await phone.page()), solved: 'not_solved', satisfied: 'not_satisfied' }
    expect((await phone.post(urls.followRating, form)).status).toBe(303)
    expect((await phone.post(urls.followRating, form)).status).toBe(303)
    const other = await phone.post(urls.followRating, { ...form, solved: 'solved' })
    expect(other.status).toBe(409)
    expect(await here.caseOf(held)).toMatchObject({ state: 'replied' })
  })
})

describe('windows', () => {
  test('reopening is open for thirty days, and says until when', async () => {
    const held = await caseIn('closed')
    clock.now = days(29)
    const phone = await phoneOf(held)
    const early = await phone.page()
    expect(early).toContain(urls.followAct('reopening'))
    expect(read(early)).toMatch(/最晚这一天提出（当天也算）： ?2026年10月/)
    clock.now = new Date(days(31).getTime())
    const late = await phoneOf(held)
    expect(await late.page()).not.toContain(urls.followAct('reopening'))
    const answer = await late.post(urls.followAct('reopening'), {
      turn: turnIn(early),
      reopening: 'Still unpaid.',
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Still unpaid.')
    expect((await here.caseOf(held)).state).toBe('closed')
  })
})

describe('messages', () => {
  test('of an anonymous worker go to the union, once for two taps', async () => {
    const held = await here.file({ anonymous: true, identity: {} })
    const phone = await phoneOf(held)
    const page = await phone.page()
    expect(page).toContain('您是匿名的')
    const form = { token: tokenIn(page), message: 'Any news?' }
    await phone.post(urls.followMessages, form)
    const answer = await phone.post(urls.followMessages, form)
    expect(answer.headers.get('location')).toBe('/follow?done=message')
    expect((await phone.page()).split('Any news?')).toHaveLength(2)
  })

  test('without a word are asked for again', async () => {
    const phone = await phoneOf(await here.file())
    const answer = await phone.post(urls.followMessages, { message: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#message"')
  })
})

describe('two at once', () => {
  test('when the union was faster the worker is told, and his text stays in its form', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const turn = turnIn(await phone.page())
    await here.does('officer', held, 'accept')
    const answer = await phone.post(urls.followAct('withdrawal'), { turn, withdrawal: 'I found work.' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('I found work.')
    expect(page).toContain('有了新的变化')
    const second = { turn: turnIn(page), withdrawal: 'I found work.' }
    expect((await phone.post(urls.followAct('withdrawal'), second)).status).toBe(303)
  })

  test('two phones that write different things: the first counts, the second keeps its text', async () => {
    const held = await caseIn('needs_info')
    const one = await phoneOf(held)
    const two = await phoneOf(held)
    const turn = turnIn(await one.page())
    await one.post(urls.followAct('information'), { turn, information: 'Since July.' })
    const answer = await two.post(urls.followAct('information'), { turn, information: 'Since June.' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Since June.')
  })

  test.each<[act: string, from: State, action: string]>([
    ['reopening', 'replied', 'reopen'],
    ['correction', 'investigating', 'correct'],
    ['retaliation', 'investigating', 'report_retaliation'],
  ])('two taps in the same moment make one %s', async (act, from, action) => {
    const held = await caseIn(from)
    const phone = await phoneOf(held)
    const form = { turn: turnIn(await phone.page()), [act]: 'What I have to say.' }
    const answers = await Promise.all([1, 2].map(() => phone.post(urls.followAct(act), form)))
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    expect((await here.historyOf(held)).filter((event) => event.action === action)).toHaveLength(1)
  })

  test('two corrections that differ are two', async () => {
    const held = await caseIn('investigating')
    const phone = await phoneOf(held)
    for (const correction of ['It was July.', 'It was June.'])
      expect((await phone.act(urls.followAct('correction'), { correction })).status).toBe(303)
    expect((await here.historyOf(held)).filter(({ action }) => action === 'correct')).toHaveLength(2)
  })
})

describe('when the database refuses', () => {
  test.each([
    [urls.followMessages, { message: 'A long story.' }],
    [urls.followAct('correction'), { correction: 'A long story.' }],
  ])('%s gives the text back, and says whom to call', async (path, form) => {
    const phone = await phoneOf(await here.file(), onDatabase(writesNothing(env.DB.withSession())))
    const answer = await phone.act(path, form)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const page = await answer.text()
    for (const text of ['A long story.', '可能没有保存', 'tel:12351']) expect(page).toContain(text)
  })
})

describe('what cannot be read or trusted', () => {
  test('a form that comes after the visit has ended gives the text back and saves nothing', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const token = tokenIn(await phone.page())
    clock.now = minutes(31)
    const answer = await phone.post(urls.followMessages, { token, message: 'A long story.' })
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(page).toContain('A long story.')
    expect(page).toContain('没有保存')
    expect(page).toContain('name="receipt"')
    expect(page).not.toContain(token)
  })

  test('a turn that was tampered with is a conflict, and keeps the text', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const answer = await phone.post(urls.followAct('withdrawal'), { turn: '1 or 1', withdrawal: 'Hm.' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Hm.')
    expect((await here.caseOf(held)).state).toBe('triage')
  })

  test('unknown fields are left aside', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    const answer = await phone.act(urls.followAct('withdrawal'), { state: 'closed', actor: 'chair' })
    expect(answer.status).toBe(303)
    expect((await here.caseOf(held)).state).toBe('withdrawn')
  })
})

/** A database that answers every question and takes nothing. */
function writesNothing(database: D1DatabaseSession): Database {
  const refuse = () => {
    throw new Error('D1_ERROR: out of reach')
  }
  const prepare = (text: string) => (/^(insert|update)/i.test(text) ? refuse() : database.prepare(text))
  return { prepare, batch: database.batch.bind(database) }
}
