import { beforeAll, describe, expect, test } from 'vitest'
import { lapse } from '../../src/cases/clock/lapsing.ts'
import { urls } from '../../src/urls.ts'
import { appealedToCounty } from '../support/town/deciding.ts'
import { days } from '../support/town/times.ts'
import { type Held, succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)

describe('the main road of a case at the desk', () => {
  let held: Held
  const state = async () => (await here.caseOf(held)).state
  const does = async (person: string, noun: string, fields: Record<string, string> = {}) => {
    const answer = await press(person, held, noun, fields)
    expect(answer, answer.text.slice(0, 2000)).toMatchObject({ status: 303 })
    return answer
  }
  beforeAll(async () => {
    held = await here.file()
  })

  test('the duty officer finds it in his work and accepts it with another category', async () => {
    expect((await see('officer', urls.desk)).text).toContain(urls.deskCase(held.id))
    const answer = await does('officer', 'acceptance', {
      category: 'hours',
      workers: '３',
      complex: 'yes',
      reason: '我们来办',
    })
    expect(answer.to).toBe(`${urls.deskCase(held.id)}?done=accept`)
    expect(await here.caseOf(held)).toMatchObject({
      state: 'accepted',
      category: 'hours',
      workers: 3,
      complex: true,
    })
  })

  test('the page then says what was done and who has it', async () => {
    const page = await see('officer', `${urls.deskCase(held.id)}?done=accept`)
    expect(page.text).toContain('已受理。')
    expect(page.text).toContain('仍由您办理')
  })

  test('a notice that the history does not bear out is not shown', async () => {
    expect((await see('officer', `${urls.deskCase(held.id)}?done=sign`)).text).not.toContain('答复已送达职工')
  })

  test('he dispatches it to one of the handlers in scope', async () => {
    expect((await see('officer', urls.deskCase(held.id))).text).toContain('李承办 · 华阳镇总工会')
    await does('officer', 'dispatch', { handler: 'handler', reason: '请先核工资表' })
    expect(await here.caseOf(held)).toMatchObject({ state: 'dispatched', handlerId: 'handler' })
  })

  test('the handler returns it, gets it again, and signs for it', async () => {
    await does('handler', 'return', { reason: '不归我管' })
    expect(await state()).toBe('accepted')
    await does('officer', 'dispatch', { handler: 'handler' })
    await does('handler', 'acknowledgement')
    expect(await state()).toBe('investigating')
  })

  test('he writes to the worker, makes a note, mediates, refers and takes it back', async () => {
    await does('handler', 'message', { body: '您好，我是工会的。', key: 'k1' })
    await does('handler', 'note', { reason: '打过电话' })
    await does('handler', 'mediation')
    await does('handler', 'referral', {
      recipient: '县人社局',
      body: '一名职工的工资没有按月发。',
      reason: '转人社局，12333',
    })
    await does('handler', 'resumption')
    expect(await state()).toBe('investigating')
    const { text } = await see('handler', urls.deskCase(held.id))
    for (const words of ['您好，我是工会的。', '打过电话', '转人社局，12333']) expect(text).toContain(words)
  })

  test('he drafts, the reviewer sends back, he drafts again on his own words', async () => {
    await does('handler', 'drafting')
    await does('handler', 'draft', { body: '第一稿', outcome: 'supported' })
    expect((await see('head', urls.deskCase(held.id))).text).toContain('第一稿')
    await does('head', 'draft-return', { reason: '写清依据' })
    expect((await see('handler', urls.deskCase(held.id))).text).toMatch(
      /<textarea[^>]*name="draft-body"[^>]*>\s*第一稿/,
    )
    await does('handler', 'draft', { body: '第二稿', outcome: 'supported' })
  })

  test('it is approved, refused, drafted, approved and signed', async () => {
    await does('head', 'approval', { reason: '可以' })
    await does('deputy', 'signature-refusal', { reason: '再核一次金额' })
    await does('handler', 'draft', { body: '第三稿', outcome: 'supported' })
    await does('head', 'approval')
    await does('deputy', 'signature')
    expect(await state()).toBe('replied')
    const { text } = await see('officer', urls.deskCase(held.id))
    for (const name of ['李承办', '陈部长', '冯副主席']) expect(text).toContain(name)
  })
})

test('a reply that does not support the worker is for the chair to sign', async () => {
  const held = await here.given('drafting')
  await press('handler', held, 'draft', { body: '不支持', outcome: 'not_supported' })
  await press('head', held, 'approval')
  expect((await press('deputy', held, 'signature')).status).toBe(403)
  expect((await press('chair', held, 'signature')).status).toBe(303)
})

describe('the side roads', () => {
  const unsolved = async () => {
    const held = await here.given('replied')
    succeeded(
      await here.workerDoes(held, 'rate_unsolved', { solved: 'not_solved', satisfied: 'not_satisfied' }),
    )
    await lapse(here.at(days(31)).scene)
    return held
  }

  test('information is asked of the worker', async () => {
    const held = await here.file()
    expect((await press('officer', held, 'question', { reason: '哪个月的工资？' })).status).toBe(303)
    expect((await here.caseOf(held)).state).toBe('needs_info')
  })

  test('to decline takes two: the second agrees, and the worker reads reason and channel', async () => {
    const held = await here.file()
    await press('officer', held, 'decline-proposal', { reason: '不是工会的事', channel: '法院 12368' })
    expect((await press('officer', held, 'decline-agreement')).status).toBe(403)
    expect((await press('secondOfficer', held, 'decline-agreement')).status).toBe(303)
    expect((await here.caseOf(held)).state).toBe('declined')
    expect((await see('officer', urls.deskCase(held.id))).text).toContain('正确的受理渠道：法院 12368')
  })

  test('or refuses, and it is to be accepted', async () => {
    const held = await here.file()
    await press('officer', held, 'decline-proposal', { reason: '不是工会的事', channel: '法院' })
    expect((await press('secondOfficer', held, 'decline-veto', { reason: '是我们的事' })).status).toBe(303)
    expect((await here.caseOf(held)).proposerId).toBeNull()
  })

  test('a case is merged into another by its number, once a second person has looked at that one', async () => {
    const [held, into] = [await here.file(), await here.file()]
    const proposal = { number: String(into.number), reason: '同一件事' }
    expect((await press('officer', held, 'merger-proposal', proposal)).status).toBe(303)
    expect((await see('head', urls.deskCase(held.id))).text).toContain(urls.deskCase(into.id))
    expect((await press('head', held, 'merger', {})).status).toBe(303)
    expect((await see('officer', urls.deskCase(into.id))).text).toContain(urls.deskCase(held.id))
    expect(await here.caseOf(held)).toMatchObject({
      state: 'closed',
      closingLabel: 'merged',
      mergedIntoId: into.id,
    })
  })

  test('a number that is not there comes back with the words', async () => {
    const held = await here.file()
    const answer = await press('officer', held, 'merger-proposal', { number: '99999', reason: '同一件事' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('没有找到这个编号')
    expect(answer.text).toContain('同一件事')
  })

  test('a reopened case goes to another handler than before', async () => {
    const held = await here.given('reopened')
    const { text } = await see('officer', urls.deskCase(held.id))
    expect(text).toContain('value="otherHandler"')
    expect(text).not.toContain('value="handler"')
    expect((await press('officer', held, 'dispatch', { handler: 'handler' })).status).toBe(422)
    expect((await press('officer', held, 'dispatch', { handler: 'otherHandler' })).status).toBe(303)
  })

  test('a review is taken on by a duty officer and given to a handler', async () => {
    const held = await appealedToCounty(here)
    expect((await press('countyOfficer', held, 'review', { handler: 'countyHandler' })).status).toBe(303)
    expect(await here.caseOf(held)).toMatchObject({ state: 'drafting', handlerId: 'countyHandler' })
  })

  test('what the county itself decided goes to the federation above, with somebody along', async () => {
    const held = await here.given('under_review')
    expect((await press('countyOfficer', held, 'review', { handler: 'countyHandler' })).status).toBe(403)
    expect((await press('countyOfficer', held, 'escort', { handler: 'countyHandler' })).status).toBe(303)
    expect(await here.caseOf(held)).toMatchObject({ state: 'referred', handlerId: 'countyHandler' })
  })

  test('the chair extends, once', async () => {
    const held = await here.given('investigating')
    expect((await press('chair', held, 'extension', { days: '20', reason: '等鉴定' })).status).toBe(303)
    expect(await here.caseOf(held)).toMatchObject({ extended: true, extensionDays: 20 })
    expect((await press('chair', held, 'extension', { days: '20', reason: '再延' })).status).toBe(403)
  })

  test('the supervisor supervises and lifts it', async () => {
    const held = await here.file()
    expect((await press('supervisor', held, 'supervision', { reason: '抓紧' })).status).toBe(303)
    expect((await see('officer', urls.deskCase(held.id))).text).toContain('抓紧')
    expect((await press('supervisor', held, 'supervision-end', { reason: '已经动了' })).status).toBe(303)
    expect((await here.caseOf(held)).supervisedAt).toBeNull()
  })

  test('the chair closes as unsolved, or has it done again', async () => {
    const [closed, again] = [await unsolved(), await unsolved()]
    expect((await press('chair', closed, 'closing', { reason: '对方已注销' })).status).toBe(303)
    expect(await here.caseOf(closed)).toMatchObject({ state: 'closed', closingLabel: 'unsolved' })
    expect((await press('chair', again, 'reopening', { reason: '还有办法' })).status).toBe(303)
    expect((await here.caseOf(again)).state).toBe('reopened')
  })

  test('a second person confirms a withdrawal, or takes the case up again', async () => {
    const [gone, back] = [await here.given('withdrawn'), await here.given('withdrawn')]
    expect((await press('head', gone, 'withdrawal', { reason: '电话核实，自愿' })).status).toBe(303)
    expect(await here.caseOf(gone)).toMatchObject({ state: 'closed', closingLabel: 'withdrawn' })
    expect((await press('head', back, 'reinstatement', { reason: '有人施压' })).status).toBe(303)
    expect((await here.caseOf(back)).state).toBe('triage')
  })
})
