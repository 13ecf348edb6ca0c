import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { caseNow, given, press, see, settle } from './town.ts'

beforeAll(settle)

describe('the main road of a case at the desk', () => {
  let id: string
  const state = async () => (await caseNow(id)).state
  const does = async (person: string, noun: string, fields: Record<string, string> = {}) => {
    const answer = await press(person, id, noun, fields)
    expect(answer, answer.text.slice(0, 2000)).toMatchObject({ status: 303 })
    return answer
  }
  beforeAll(async () => {
    id = await given()
  })

  test('the duty officer finds it in his work and accepts it with another category', async () => {
    expect((await see('duty', urls.desk)).text).toContain(urls.deskCase(id))
    const answer = await does('duty', 'acceptance', {
      category: 'hours',
      workers: '３',
      complex: 'yes',
      reason: '我们来办',
    })
    expect(answer.to).toBe(`${urls.deskCase(id)}?done=accept`)
    expect(await caseNow(id)).toMatchObject({
      state: 'accepted',
      category: 'hours',
      workers: 3,
      complex: true,
    })
  })

  test('the page then says what was done and who has it', async () => {
    const page = await see('duty', `${urls.deskCase(id)}?done=accept`)
    expect(page.text).toContain('已受理。')
    expect(page.text).toContain('仍由您办理')
  })

  test('a notice that the history does not bear out is not shown', async () => {
    expect((await see('duty', `${urls.deskCase(id)}?done=sign`)).text).not.toContain('答复已送达职工')
  })

  test('he dispatches it to one of the handlers in scope', async () => {
    expect((await see('duty', urls.deskCase(id))).text).toContain('李承办 · 县总工会')
    await does('duty', 'dispatch', { handler: 'hand', reason: '请先核工资表' })
    expect(await caseNow(id)).toMatchObject({ state: 'dispatched', handlerId: 'hand' })
  })

  test('the handler returns it, gets it again, and signs for it', async () => {
    await does('hand', 'return', { reason: '不归我管' })
    expect(await state()).toBe('accepted')
    await does('duty', 'dispatch', { handler: 'hand' })
    await does('hand', 'acknowledgement')
    expect(await state()).toBe('investigating')
  })

  test('he writes to the worker, makes a note, mediates, refers and takes it back', async () => {
    await does('hand', 'message', { body: '您好，我是工会的。', key: 'k1' })
    await does('hand', 'note', { reason: '打过电话' })
    await does('hand', 'mediation')
    await does('hand', 'referral', { reason: '转人社局，12333' })
    await does('hand', 'resumption')
    expect(await state()).toBe('investigating')
    const { text } = await see('hand', urls.deskCase(id))
    for (const words of ['您好，我是工会的。', '打过电话', '转人社局，12333']) expect(text).toContain(words)
  })

  test('he drafts, the reviewer sends back, he drafts again on his own words', async () => {
    await does('hand', 'drafting')
    await does('hand', 'draft', { body: '第一稿', outcome: 'supported' })
    expect((await see('head', urls.deskCase(id))).text).toContain('第一稿')
    await does('head', 'draft-return', { reason: '写清依据' })
    expect((await see('hand', urls.deskCase(id))).text).toMatch(
      /<textarea[^>]*name="draft-body"[^>]*>\s*第一稿/,
    )
    await does('hand', 'draft', { body: '第二稿', outcome: 'supported' })
  })

  test('it is approved, refused, drafted, approved and signed', async () => {
    await does('head', 'approval', { reason: '可以' })
    await does('deputy', 'signature-refusal', { reason: '再核一次金额' })
    await does('hand', 'draft', { body: '第三稿', outcome: 'supported' })
    await does('head', 'approval')
    await does('deputy', 'signature')
    expect(await state()).toBe('replied')
    const { text } = await see('duty', urls.deskCase(id))
    for (const name of ['李承办', '陈部长', '周副主席']) expect(text).toContain(name)
  })
})

test('a reply that does not support the worker is for the chair to sign', async () => {
  const id = await given({
    state: 'drafting',
    handlerId: 'hand',
    holderRole: 'handler',
    holderOrgId: null,
    holderId: 'hand',
  })
  await press('hand', id, 'draft', { body: '不支持', outcome: 'not_supported' })
  await press('head', id, 'approval')
  expect((await press('deputy', id, 'signature')).status).toBe(403)
  expect((await press('chair', id, 'signature')).status).toBe(303)
})

describe('the side roads', () => {
  test('information is asked of the worker', async () => {
    const id = await given()
    expect((await press('duty', id, 'question', { reason: '哪个月的工资？' })).status).toBe(303)
    expect((await caseNow(id)).state).toBe('needs_info')
  })

  test('to decline takes two: the second agrees, and the worker reads reason and channel', async () => {
    const id = await given()
    await press('duty', id, 'decline-proposal', { reason: '不是工会的事', channel: '法院 12368' })
    expect((await press('duty', id, 'decline-agreement')).status).toBe(403)
    expect((await press('second', id, 'decline-agreement')).status).toBe(303)
    expect((await caseNow(id)).state).toBe('declined')
    expect((await see('duty', urls.deskCase(id))).text).toContain('正确的受理渠道：法院 12368')
  })

  test('or refuses, and it is to be accepted', async () => {
    const id = await given()
    await press('duty', id, 'decline-proposal', { reason: '不是工会的事', channel: '法院' })
    expect((await press('second', id, 'decline-veto', { reason: '是我们的事' })).status).toBe(303)
    expect((await caseNow(id)).proposerId).toBeNull()
  })

  test('a case is merged into another by its number', async () => {
    const [id, into] = [await given(), await given()]
    const { number } = await caseNow(into)
    expect((await press('duty', id, 'merger', { number: String(number), reason: '同一件事' })).status).toBe(
      303,
    )
    expect(await caseNow(id)).toMatchObject({ state: 'closed', closingLabel: 'merged', mergedIntoId: into })
  })

  test('a number that is not there comes back with the words', async () => {
    const id = await given()
    const answer = await press('duty', id, 'merger', { number: '99999', reason: '同一件事' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('没有找到这个编号')
    expect(answer.text).toContain('同一件事')
  })

  test('a reopened case goes to another handler than before', async () => {
    const id = await given({ state: 'reopened', formerHandlerId: 'hand' })
    const { text } = await see('duty', urls.deskCase(id))
    expect(text).toContain('孙承办')
    expect(text).not.toContain('李承办 ·')
    expect((await press('duty', id, 'dispatch', { handler: 'hand' })).status).toBe(422)
    expect((await press('duty', id, 'dispatch', { handler: 'other' })).status).toBe(303)
  })

  test('a review is taken on by a duty officer and given to a handler', async () => {
    const id = await given({ state: 'under_review', formerHandlerId: 'hand' })
    expect((await press('duty', id, 'review', { handler: 'other' })).status).toBe(303)
    expect(await caseNow(id)).toMatchObject({ state: 'drafting', handlerId: 'other' })
  })

  test('the chair extends, once', async () => {
    const acceptedAt = (await caseNow(await given())).createdAt
    const id = await given({ state: 'investigating', handlerId: 'hand', acceptedAt })
    expect((await press('chair', id, 'extension', { days: '20', reason: '等鉴定' })).status).toBe(303)
    expect(await caseNow(id)).toMatchObject({ extended: true, extensionDays: 20 })
    expect((await press('chair', id, 'extension', { days: '20', reason: '再延' })).status).toBe(403)
  })

  test('the supervisor supervises and lifts it', async () => {
    const id = await given()
    expect((await press('watcher', id, 'supervision', { reason: '抓紧' })).status).toBe(303)
    expect((await see('duty', urls.deskCase(id))).text).toContain('抓紧')
    expect((await press('watcher', id, 'supervision-end', { reason: '已经动了' })).status).toBe(303)
    expect((await caseNow(id)).supervisedAt).toBeNull()
  })

  test('the chair closes as unsolved, or has it done again', async () => {
    const replied = { state: 'replied', holderRole: 'chair', handlerId: 'hand' } as const
    const [closed, again] = [await given(replied), await given(replied)]
    expect((await press('chair', closed, 'closing', { reason: '对方已注销' })).status).toBe(303)
    expect(await caseNow(closed)).toMatchObject({ state: 'closed', closingLabel: 'unsolved' })
    expect((await press('chair', again, 'reopening', { reason: '还有办法' })).status).toBe(303)
    expect((await caseNow(again)).state).toBe('reopened')
  })

  test('a second person confirms a withdrawal, or takes the case up again', async () => {
    const [gone, back] = [await given({ state: 'withdrawn' }), await given({ state: 'withdrawn' })]
    expect((await press('head', gone, 'withdrawal', { reason: '电话核实，自愿' })).status).toBe(303)
    expect(await caseNow(gone)).toMatchObject({ state: 'closed', closingLabel: 'withdrawn' })
    expect((await press('head', back, 'reinstatement', { reason: '有人施压' })).status).toBe(303)
    expect((await caseNow(back)).state).toBe('triage')
  })
})
