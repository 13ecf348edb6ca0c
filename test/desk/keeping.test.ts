import { beforeAll, describe, expect, test } from 'vitest'
import { messages } from '../../src/db/tables/cases.ts'
import { urls } from '../../src/urls.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)

describe('words that come back', () => {
  test('a form without its reason comes back open, with a link to the field and the other words kept', async () => {
    const held = await here.file()
    const answer = await press('officer', held, 'decline-proposal', { channel: '法院 12368' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#decline-proposal-reason"')
    expect(answer.text).toMatch(/name="decline-proposal-channel"[^>]*>\s*法院 12368/)
    expect((await here.caseOf(held)).proposerId).toBeNull()
  })

  test('numbers, choices and lengths are checked', async () => {
    const held = await here.given('drafting')
    const draft = await press('handler', held, 'draft', { body: '好', outcome: 'whatever' })
    expect(draft.text).toContain('href="#draft-outcome"')
    const body = '长'.repeat(4001)
    const long = await press('handler', held, 'draft', { body, outcome: 'partly' })
    expect(long.text).toContain('最多 4000 字，现在有 4001 字，请删去 1 字')
    expect(long.text).toContain(body)
    const other = await here.file()
    expect((await press('officer', other, 'acceptance', { category: 'wages', workers: '-1' })).status).toBe(
      422,
    )
    expect((await press('officer', other, 'acceptance', { category: 'nonsense', workers: '1' })).status).toBe(
      422,
    )
  })
})

describe('two people at once', () => {
  test('the slower one reads who did what, and keeps his words in the form that is still possible', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    await press('secondOfficer', held, 'decline-proposal', { reason: '不归工会', channel: '法院' })
    await press('head', held, 'decline-veto', { reason: '要办' })
    const late = await press('officer', held, 'question', { turn, reason: '请补充工资条' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('赵同意')
    expect(late.text).toMatch(/name="question-reason"[^>]*>\s*请补充工资条/)
    expect(late.text).toContain(`name="turn" value="${Number(turn) + 2}"`)
  })

  test('or in a note, where his act is gone', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    await press('secondOfficer', held, 'acceptance', { category: 'wages', workers: '1' })
    const late = await press('officer', held, 'decline-proposal', {
      turn,
      reason: '我写了很久',
      channel: '法院 12368',
    })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/name="note-reason"[^>]*>\s*我写了很久\n\n法院 12368/)
    expect((await here.caseOf(held)).state).toBe('accepted')
  })

  test('an act that is not his is refused, with his words kept', async () => {
    const held = await here.file()
    const answer = await press('supervisor', held, 'question', { reason: '我想问' })
    expect(answer.status).toBe(403)
    expect(answer.text).toMatch(/name="note-reason"[^>]*>\s*我想问/)
  })
})

describe('a second tap', () => {
  test('on a state act just shows the case', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    const fields = { turn, category: 'wages', workers: '1' }
    const [first, second] = [
      await press('officer', held, 'acceptance', fields),
      await press('officer', held, 'acceptance', fields),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toBe(`${urls.deskCase(held.id)}?done=accept`)
  })

  test('on a message sends one', async () => {
    const held = await here.file()
    for (let tap = 0; tap < 2; tap += 1)
      await press('officer', held, 'message', { body: '您好', key: 'same' })
    expect((await here.db.select().from(messages)).filter((it) => it.caseId === held.id)).toHaveLength(1)
    expect((await here.caseOf(held)).contactedAt).not.toBeNull()
  })

  test('on a note or a supervision keeps one', async () => {
    const held = await here.file()
    for (let tap = 0; tap < 2; tap += 1) {
      expect((await press('supervisor', held, 'note', { reason: '只记一次' })).status).toBe(303)
      expect((await press('supervisor', held, 'supervision', { reason: '只督一次' })).status).toBe(303)
    }
    const { text } = await see('supervisor', urls.deskCase(held.id))
    expect(text.split('只记一次')).toHaveLength(2)
    expect(text.split('只督一次')).toHaveLength(2)
  })

  test('on an acceptance that made the case strict leads him, who is not named, away twice', async () => {
    const held = await here.file()
    const turn = String((await here.caseOf(held)).turn)
    const fields = { turn, category: 'harassment', workers: '1' }
    for (let tap = 0; tap < 2; tap += 1)
      expect((await press('officer', held, 'acceptance', fields)).to).toBe(`${urls.desk}?done=accept`)
    expect((await press('secondOfficer', held, 'acceptance', fields)).status).toBe(404)
  })

  test('on standing aside leads away twice', async () => {
    const held = await here.file()
    for (let tap = 0; tap < 2; tap += 1) {
      expect((await press('secondOfficer', held, 'recusal')).to).toBe(`${urls.desk}?done=recuse`)
    }
  })
})

test('the page lists the acts that the server has, so that kept drafts are let go', async () => {
  const held = await here.file()
  const { turn } = await here.caseOf(held)
  await press('officer', held, 'acceptance', { category: 'wages', workers: '1' })
  expect((await see('officer', urls.deskCase(held.id))).text).toContain(`data-taken="acceptance@${turn}"`)
})

test('a page that was tampered with changes nothing', async () => {
  const held = await here.file()
  expect(
    (await press('officer', held, 'acceptance', { turn: 'x', category: 'wages', workers: '1' })).status,
  ).toBe(400)
  expect((await press('officer', held, 'no-such-act')).status).toBe(404)
  expect((await here.caseOf(held)).state).toBe('triage')
})
