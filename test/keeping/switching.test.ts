import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetEntries } from '../../src/keeping/entries.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { app, at, clock, markOf, phoneOf, read, tokenIn, turnIn } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { minutes } from '../support/town/times.ts'
import { monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

type Browser = Pick<ReturnType<typeof browser>, 'get'> & {
  post: (path: string, fields: Record<string, string>) => Promise<Response>
}

/** Where the button of a switch sends the form of a page. */
function switchIn(page: string, change: string): { to: string; name: string; value: string } {
  const buttons = [...page.matchAll(/<button[^>]*form="words"[^>]*>/g)].map(([button]) => button)
  const button = buttons.find((it) => it.includes(change)) ?? ''
  const of = (attribute: string) =>
    (new RegExp(`${attribute}="([^"]*)"`).exec(button)?.[1] ?? '').replaceAll('&amp;', '&')
  return { to: of('formaction'), name: of(' name'), value: of(' value') }
}

/** Presses a switch of the page that is open, with what is typed in it, and goes where that leads. */
async function press(phone: Browser, page: string, change: string, fields: Record<string, string>) {
  const { to, name, value } = switchIn(page, change)
  const sent = await phone.post(to, { ...fields, ...(name && { [name]: value }) })
  const led = sent.headers.get('location')
  const answer = led ? await phone.get(led) : sent
  return { status: answer.status, text: await answer.text() }
}

describe('a switch in the middle of something typed keeps every word', () => {
  const site = urls.site(codes.grievance)
  const story = '三个月没发工资。\n还有夜班津贴。'

  test.each([
    ['lang=en', 'Tell us what happened'],
    ['view=elder', '说说是怎么回事'],
  ])('in the form: %s', async (change, shown) => {
    const phone = browser(app)
    const page = await (await phone.get(site)).text()
    const token = tokenIn(page)
    const { text } = await press(phone, page, change, { token, story, matter: 'wages', people: '12' })
    expect(text).toContain(story)
    expect(text).toContain(shown)
    expect(text).toMatch(/value="wages"[^>]* checked/)
    expect(text).toContain(token)
    expect(text).not.toContain('role="alert"')
  })

  test('on the check page, which is shown again in the other language', async () => {
    const phone = browser(app)
    const token = tokenIn(await (await phone.get(site)).text())
    const fields = {
      ...{ token, story, matter: 'wages', people: '12', danger: 'no' },
      ...{ mode: 'complaint', named: 'no', agreed: 'yes' },
    }
    const check = await (await phone.post(site, { ...fields, step: 'check' })).text()
    expect(check).toContain('确认提交')
    const { text } = await press(phone, check, 'lang=en', fields)
    expect(text).toContain('Send')
    expect(text).toContain(story)
    expect(text).not.toContain('确认提交')
  })

  test('where cookies are refused the form needs none for it', async () => {
    const phone = browser(app)
    const page = await (await phone.get(site)).text()
    phone.cookies.clear()
    const { to, name, value } = switchIn(page, 'lang=en')
    const answer = await phone.post(to, { token: tokenIn(page), story, [name]: value })
    expect(await answer.text()).toContain(story)
  })

  test('on the page of a case: messages and acts alike, with the turn that was seen', async () => {
    const held = await here.given('investigating')
    const phone = await phoneOf(held)
    const page = await phone.page()
    succeeded(await here.does('handler', held, 'start_draft'))
    const turn = turnIn(page)
    const fields = { case: await markOf(held), turn, message: '什么时候有消息？', withdrawal: '不想等了' }
    const { text } = await press(phone, page, 'lang=en', fields)
    expect(text).toContain('Write to the union')
    for (const word of ['什么时候有消息？', '不想等了']) expect(text).toContain(word)
    expect(turnIn(text)).toBe(turn)
  })

  test('at the desk: in every act, and what has no place any more stands at the end', async () => {
    const held = await here.given('investigating')
    const desk = await at('handler')
    const page = await (await desk.get(urls.deskCase(held.id))).text()
    const fields = {
      turn: turnIn(page),
      'note-reason': '去过车间',
      'message-body': '我明天到',
      'draft-body': '拟答复',
    }
    const { text } = await press(desk, page, 'lang=en', fields)
    for (const word of ['去过车间', '我明天到']) expect(text).toContain(word)
    expect(text).toMatch(/What you wrote[\s\S]*拟答复/)
  })

  test('on a page that answered a form', async () => {
    const held = await here.given('investigating')
    const phone = await phoneOf(held)
    await phone.page()
    const tooLong = '很长'.repeat(2100)
    const page = await (await phone.post(urls.followMessages, { message: tooLong })).text()
    expect(page).toContain(tooLong)
    const { text } = await press(phone, page, 'view=elder', { case: await markOf(held), message: tooLong })
    expect(text).toContain('class="elder"')
    expect(text).toContain(tooLong)
  })
})

describe('what is kept', () => {
  async function kept() {
    const held = await here.given('investigating')
    const phone = await phoneOf(held)
    const page = await phone.page()
    const { to } = switchIn(page, 'lang=en')
    const sent = await phone.post(to, { case: await markOf(held), message: '只有我知道的事' })
    return { phone, address: sent.headers.get('location') ?? '', held }
  }

  test('is shown to no other browser, though it has the receipt and the address', async () => {
    const { address, held } = await kept()
    const other = await phoneOf(held)
    expect(await (await other.get(address)).text()).not.toContain('只有我知道的事')
  })

  test('is gone with leaving, and after a day', async () => {
    const { phone, address, held } = await kept()
    await phone.post(urls.followExit)
    await phone.post(urls.follow, { receipt: held.receipt })
    expect(await (await phone.get(address)).text()).not.toContain('只有我知道的事')
    await kept()
    const count = async () =>
      (await env.DB.prepare('select count(*) as n from kept').first<{ n: number }>())?.n
    expect(await count()).toBeGreaterThan(0)
    await forgetEntries({ db: here.db, now: minutes(25 * 60) })
    expect(await count()).toBe(0)
  })

  test('is sealed: the database yields none of it', async () => {
    await kept()
    const { results } = await env.DB.prepare('select * from kept').all()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toMatch(/只有我知道的事|message/)
  })

  test('leads nowhere but to pages of ours', async () => {
    const phone = browser(app)
    await phone.get(urls.follow)
    for (const at of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:1']) {
      const sent = await phone.post(`${urls.words}?at=${encodeURIComponent(at)}`, { message: 'words' })
      expect(sent.headers.get('location')).toMatch(/^\/(?:\?|$)/)
    }
  })
})

describe('an answer to a form', () => {
  const wrong = async () => {
    const phone = browser(app)
    await phone.get(urls.follow)
    const answer = await phone.post(urls.follow, { receipt: '' })
    return { phone, answer }
  }

  test('has an address of its own, so that loading it again sends nothing', async () => {
    const { phone, answer } = await wrong()
    const again = await phone.get(phone.here() ?? '')
    expect(phone.here()).toMatch(/^\/kept\/[0-9a-f]{32}$/)
    expect(again.status).toBe(answer.status)
    expect(await again.text()).toBe(await answer.text())
  })

  test('is there for two hours, and for this browser only', async () => {
    const { phone } = await wrong()
    const address = phone.here() ?? ''
    expect((await browser(app).get(address)).status).toBe(410)
    clock.now = minutes(121)
    expect((await phone.get(address)).status).toBe(410)
  })

  test('comes at once where cookies are refused', async () => {
    const answer = await browser(app).post(urls.follow, { receipt: '' })
    expect(answer.status).toBe(422)
  })

  test('that shows who a worker is, is kept nowhere', async () => {
    const held = await here.given('investigating', { anonymous: false })
    const desk = await at('handler')
    const page = await (await desk.get(urls.deskCase(held.id))).text()
    const fields = { turn: turnIn(page), 'identity-reason': '要打电话' }
    const answer = await desk.post(`${urls.deskCase(held.id)}/identity`, fields)
    expect(answer.status).toBe(200)
    expect(read(await answer.text())).toContain('Li Na')
    expect(desk.here()).toBe(urls.deskCase(held.id))
  })
})
