import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { detailsOf } from '../../src/cases/vault.ts'
import { urls } from '../../src/urls.ts'
import { clock, markOf, phoneOf, turnIn } from '../support/town/pages.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

/** The pages of one case are still open in a tab while another one was opened in the same browser. */
async function twoTabs(state: 'triage' | 'needs_info' | 'replied' = 'triage') {
  const [one, two] = [await here.given(state), await here.given(state)]
  const phone = await phoneOf(one)
  const turn = turnIn(await phone.page())
  await phone.post(urls.follow, { receipt: two.receipt })
  return { one, two, phone, turn }
}

const historiesOf = async (...all: Held[]) =>
  JSON.stringify(await Promise.all(all.map((held) => here.historyOf(held))))

describe('with two receipts open in two tabs', () => {
  test.each([
    [urls.followMessages, 'message'],
    [urls.followAct('correction'), 'correction'],
    [urls.followAct('retaliation'), 'retaliation'],
    [urls.followAct('withdrawal'), 'withdrawal'],
  ])('a form of %s reaches neither case, and the text comes back', async (path, field) => {
    const { one, two, phone, turn } = await twoTabs()
    const before = await here.everything()
    const answer = await phone.post(path, { turn, token: 't', [field]: 'My foreman, hall 3.' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('My foreman, hall 3.')
    expect(page).toContain(`第 ${two.number} 号`)
    expect(page).not.toContain(await markOf(one))
    expect(await here.everything()).toBe(before)
    for (const held of [one, two])
      expect(await (await phoneOf(held)).page()).not.toContain('My foreman, hall 3.')
  })

  test('an answer to a question goes to the case that asked', async () => {
    const { one, two, phone, turn } = await twoTabs('needs_info')
    const answer = await phone.post(urls.followAct('information'), { turn, information: 'Since July.' })
    expect(answer.status).toBe(409)
    for (const held of [one, two]) expect((await here.caseOf(held)).state).toBe('needs_info')
  })

  test('a rating never closes the other case', async () => {
    const { one, two, phone, turn } = await twoTabs('replied')
    const answer = await phone.post(urls.followRating, { turn, solved: 'solved', satisfied: 'satisfied' })
    expect(answer.status).toBe(409)
    for (const held of [one, two]) expect((await here.caseOf(held)).state).toBe('replied')
  })

  test('“delete what identifies me” deletes in neither', async () => {
    const { one, two, phone } = await twoTabs()
    expect((await phone.post(urls.followIdentity)).status).toBe(409)
    for (const held of [one, two]) expect((await here.asWorker(held)).hasIdentity).toBe(true)
  })

  test('a new number is saved in neither, and is on the page', async () => {
    const { one, two, phone } = await twoTabs()
    const form = { worker_name: 'Li Na', worker_phone: '13911111111' }
    const answer = await phone.post(urls.followContact, form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('13911111111')
    for (const held of [one, two])
      expect(await detailsOf(here.scene, await here.asWorker(held))).toMatchObject({
        worker_phone: '13800000000',
      })
  })

  test('a receipt is replaced in neither', async () => {
    const { one, two, phone } = await twoTabs()
    expect((await phone.post(urls.followReceipt, { last: '2222' })).status).toBe(409)
    expect(await historiesOf(one, two)).not.toContain('replace_receipt')
  })

  test.each([
    urls.followData,
    urls.followDataFile,
    urls.followIdentity,
    urls.followContact,
    urls.followReceipt,
  ])('the link to %s on the page of one case never shows the other', async (path) => {
    const { one, two, phone } = await twoTabs()
    const link = `${path}?case=${await markOf(one)}`
    const answer = await phone.get(link)
    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain('13800000000')
    expect((await phone.get(`${path}?case=${await markOf(two)}`)).status).toBe(200)
  })

  test('leaving in either tab leaves both', async () => {
    const { phone } = await twoTabs()
    expect((await phone.post(urls.followExit)).status).toBe(303)
    expect(await phone.page()).toContain('name="receipt"')
  })
})

test('every form of a case’s pages but the way out carries its case, and so does every link to another', async () => {
  for (const state of ['triage', 'needs_info', 'declined', 'replied', 'withdrawn', 'closed'] as const) {
    const held = await here.given(state)
    const phone = await phoneOf(held)
    const mark = await markOf(held)
    for (const path of [urls.follow, urls.followIdentity, urls.followContact, urls.followReceipt]) {
      const page = await (await phone.get(path)).text()
      const forms = page.match(/<form method="post".*?<\/form>/gs) ?? []
      for (const form of forms.filter((it) => !it.includes(`action="${urls.followExit}"`)))
        expect(form).toContain(`name="case" value="${mark}"`)
      for (const [link] of page.matchAll(/href="\/follow\/[^"]+"/g)) expect(link).toContain(`case=${mark}`)
    }
  }
})

test('a form that says no case is refused like one of another', async () => {
  const held = await here.file()
  const phone = await phoneOf(held)
  const answer = await phone.post(urls.followMessages, { case: '', token: 't', message: 'A story.' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('A story.')
})

test('a double tap on “send” posts one message, also in the same moment', async () => {
  const held = await here.file()
  const phone = await phoneOf(held)
  const form = { token: 'of one page', message: 'Only once, please.' }
  const taps = await Promise.all([1, 2, 3].map(() => phone.post(urls.followMessages, form)))
  expect(taps.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await phone.page()).split('Only once, please.')).toHaveLength(2)
})
