import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

const pageOf = async (held: Held) => (await phoneOf(held)).page()

/** Whether these stand on the page, in this order. */
function expectInOrder(page: string, texts: string[]) {
  const places = texts.map((text) => page.indexOf(text))
  expect(Math.min(...places), texts[places.indexOf(-1)]).toBeGreaterThanOrEqual(0)
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

/** What the buttons do that stand out. */
const mainButtons = (page: string) =>
  [...page.matchAll(/<button[^>]*class="button"[^>]*formaction="([^"]+)"/g)].map(([, address]) => address)

const now = '<h2 id="now">'

describe('what is new since the worker was here comes before where it stands', () => {
  test('a message, until he has had it before his eyes', async () => {
    const held = await here.given('investigating')
    const words = { body: 'We were there today.', key: crypto.randomUUID() }
    succeeded(await here.does('handler', held, 'write', words))
    const phone = await phoneOf(held)
    expectInOrder(await phone.page(), ['<h2 id="new">新留言', words.body, '去回复', now, '<h2 id="thread">'])
    const later = await phone.page()
    expect(later).not.toContain('id="new"')
    expectInOrder(later, [now, '<h2 id="thread">', words.body])
    expect(later.split(words.body)).toHaveLength(2)
  })

  test('the answer, with its questions', async () => {
    const phone = await phoneOf(await here.given('replied'))
    expectInOrder(await phone.page(), ['<h2 id="reply">', urls.followRating, now])
    expectInOrder(await phone.page(), [now, '<h2 id="reply">', urls.followRating])
  })

  test('a question, as long as it is open', async () => {
    const phone = await phoneOf(await here.given('needs_info'))
    for (const page of [await phone.page(), await phone.page()])
      expectInOrder(page, ['<h2 id="asked">', 'Because of the story.', urls.followAct('information'), now])
  })
})

test.each([
  ['needs_info', urls.followAct('information')],
  ['replied', urls.followRating],
  ['investigating', urls.followMessages],
  ['declined', urls.followMessages],
  ['withdrawn', urls.followMessages],
] as const)('in %s one button stands out: what waits for him, else to write', async (state, address) => {
  expect(mainButtons(await pageOf(await here.given(state)))).toEqual([address])
})

test('retaliation and danger have a strip of their own, apart from his rights', async () => {
  const page = await pageOf(await here.given('investigating'))
  const [, strip = ''] = /<section class="strip"[^>]*>([\s\S]*?)<\/section>/.exec(page) ?? []
  for (const act of ['retaliation', 'danger'] as const) {
    expect(strip).toContain(urls.followAct(act))
    expect(page.split(urls.followAct(act))).toHaveLength(2)
  }
  expectInOrder(page, [now, 'class="strip"', '<h2 id="thread">', '<h2 id="rights">'])
})

describe('whom to call stands first', () => {
  test.each([
    ['mental', '12356'],
    ['harassment', '12338'],
    ['safety', '110'],
  ] as const)('where the category calls for it: %s', async (category, number) => {
    const page = await pageOf(await here.file({ category, danger: true }))
    expectInOrder(page, ['<h1>', `tel:${number}`, now])
  })

  test('and not elsewhere, nor once it is closed', async () => {
    expect(await pageOf(await here.file())).not.toContain('tel:110')
    const held = await here.given('closed')
    expect(await pageOf(held)).not.toContain('tel:')
  })
})

test('he reads what he wrote himself, folded, and not his name', async () => {
  const page = await pageOf(await here.file())
  const [, folded = ''] = /<details><summary>您填写的内容<\/summary>([\s\S]*?)<\/details>/.exec(page) ?? []
  expect(folded).toContain('No wages since July.')
  expect(folded).toContain('说说是怎么回事')
  expect(page).not.toMatch(/Li Na|13800000000/)
})

test('while it is mediated he reads until when, and that arbitration is open', async () => {
  const page = read(await pageOf(await here.given('mediating')))
  expect(page).toContain('协商调解最晚到 2026年9月30日 （当天也算）')
  expect(page).toContain('现在就可以去申请')
  expect(read(await pageOf(await here.given('investigating')))).not.toContain('协商调解最晚到')
})

describe('what came back inside the house', () => {
  const submitted = '答复写好了，交给部门负责人审核。'
  const approved = '审核通过，交领导签发。'
  const times = (page: string, text: string) => page.split(text).length - 1
  const reason = 'Say when.'
  const draft = { body: 'Paid by Friday.', outcome: 'supported' } as const

  test('is told once, when it goes its way for good', async () => {
    const held = await here.given('sign_off')
    succeeded(await here.does('deputy', held, 'refuse_signature', { reason }))
    succeeded(await here.does('handler', held, 'submit_draft', draft))
    succeeded(await here.does('head', held, 'send_back', { reason }))
    const between = await pageOf(held)
    expect([times(between, submitted), times(between, approved)]).toEqual([0, 0])
    await here.goOn(held, 'drafting', 'replied')
    const page = await pageOf(held)
    expect([times(page, submitted), times(page, approved)]).toEqual([1, 1])
    expect(page).not.toContain(reason)
  })

  test('but the way of an answer that was signed stays, whatever comes back later', async () => {
    const held = await here.given('replied')
    succeeded(await here.workerDoes(held, 'reopen', { reason }))
    succeeded(await here.does('officer', held, 'dispatch', { handlerId: here.people.otherHandler.id }))
    succeeded(await here.does('otherHandler', held, 'sign_for'))
    succeeded(await here.does('otherHandler', held, 'start_draft'))
    succeeded(await here.does('otherHandler', held, 'submit_draft', draft))
    succeeded(await here.does('head', held, 'send_back', { reason }))
    const page = await pageOf(held)
    expect([times(page, submitted), times(page, approved)]).toEqual([1, 1])
  })
})
