import { beforeAll, describe, expect, test } from 'vitest'
import { messages } from '../../src/db/tables/cases.ts'
import { urls } from '../../src/urls.ts'
import { caseNow, db, given, press, see, settle } from './town.ts'

beforeAll(settle)

describe('words that come back', () => {
  test('a form without its reason comes back open, with a link to the field and the other words kept', async () => {
    const id = await given()
    const answer = await press('duty', id, 'decline-proposal', { channel: '法院 12368' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#decline-proposal-reason"')
    expect(answer.text).toMatch(/name="decline-proposal-channel"[^>]*>\s*法院 12368/)
    expect((await caseNow(id)).proposerId).toBeNull()
  })

  test('numbers, choices and lengths are checked', async () => {
    const id = await given({ state: 'drafting', handlerId: 'hand' })
    const draft = await press('hand', id, 'draft', { body: '好', outcome: 'whatever' })
    expect(draft.text).toContain('href="#draft-outcome"')
    const long = await press('hand', id, 'draft', { body: '长'.repeat(4001), outcome: 'partly' })
    expect(long.text).toContain('最多 4000 字')
    const other = await given()
    expect((await press('duty', other, 'acceptance', { category: 'wages', workers: '-1' })).status).toBe(422)
    expect((await press('duty', other, 'acceptance', { category: 'nonsense', workers: '1' })).status).toBe(
      422,
    )
  })
})

describe('two people at once', () => {
  test('the slower one reads who did what, and keeps his words in the form that is still possible', async () => {
    const id = await given()
    const turn = String((await caseNow(id)).turn)
    await press('second', id, 'decline-proposal', { reason: '不归工会', channel: '法院' })
    await press('head', id, 'decline-veto', { reason: '要办' })
    const late = await press('duty', id, 'question', { turn, reason: '请补充工资条' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('赵同意')
    expect(late.text).toMatch(/name="question-reason"[^>]*>\s*请补充工资条/)
    expect(late.text).toContain(`name="turn" value="${Number(turn) + 2}"`)
  })

  test('or in a note, where his act is gone', async () => {
    const id = await given()
    const turn = String((await caseNow(id)).turn)
    await press('second', id, 'acceptance', { category: 'wages', workers: '1' })
    const late = await press('duty', id, 'decline-proposal', {
      turn,
      reason: '我写了很久',
      channel: '法院 12368',
    })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/name="note-reason"[^>]*>\s*我写了很久\n\n法院 12368/)
    expect((await caseNow(id)).state).toBe('accepted')
  })

  test('an act that is not his is refused, with his words kept', async () => {
    const id = await given()
    const answer = await press('watcher', id, 'question', { reason: '我想问' })
    expect(answer.status).toBe(403)
    expect(answer.text).toMatch(/name="note-reason"[^>]*>\s*我想问/)
  })
})

describe('a second tap', () => {
  test('on a state act just shows the case', async () => {
    const id = await given()
    const turn = String((await caseNow(id)).turn)
    const fields = { turn, category: 'wages', workers: '1' }
    const [first, second] = [
      await press('duty', id, 'acceptance', fields),
      await press('duty', id, 'acceptance', fields),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toBe(`${urls.deskCase(id)}?done=accept`)
  })

  test('on a message sends one', async () => {
    const id = await given()
    for (let tap = 0; tap < 2; tap += 1) await press('duty', id, 'message', { body: '您好', key: 'same' })
    expect((await db.select().from(messages)).filter((it) => it.caseId === id)).toHaveLength(1)
    expect((await caseNow(id)).contactedAt).not.toBeNull()
  })

  test('on a note or a supervision keeps one', async () => {
    const id = await given()
    for (let tap = 0; tap < 2; tap += 1) {
      expect((await press('watcher', id, 'note', { reason: '只记一次' })).status).toBe(303)
      expect((await press('watcher', id, 'supervision', { reason: '只督一次' })).status).toBe(303)
    }
    const { text } = await see('watcher', urls.deskCase(id))
    expect(text.split('只记一次')).toHaveLength(2)
    expect(text.split('只督一次')).toHaveLength(2)
  })

  test('on standing aside leads away twice', async () => {
    const id = await given()
    for (let tap = 0; tap < 2; tap += 1) {
      expect((await press('second', id, 'recusal', { turn: '1' })).to).toBe(`${urls.desk}?done=recuse`)
    }
  })
})

test('the page lists the acts that the server has, so that kept drafts are let go', async () => {
  const id = await given({ turn: 4 })
  await press('duty', id, 'acceptance', { category: 'wages', workers: '1' })
  expect((await see('duty', urls.deskCase(id))).text).toContain('data-taken="acceptance@4"')
})

test('a page that was tampered with changes nothing', async () => {
  const id = await given()
  expect((await press('duty', id, 'acceptance', { turn: 'x', category: 'wages', workers: '1' })).status).toBe(
    400,
  )
  expect((await press('duty', id, 'no-such-act')).status).toBe(404)
  expect((await caseNow(id)).state).toBe('triage')
})
