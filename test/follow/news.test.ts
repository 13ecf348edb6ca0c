import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'

const newsMail = 'li.na@example.com'
const subscription = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
}

let here: Town
let held: Held
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  held = await here.file({ anonymous: true, identity: {} })
})

const rows = () => here.db.select().from(newsWays)

describe('a worker says where he wants to be told of news', () => {
  test('by an address, which the page then shows as he alone knows it again', async () => {
    const phone = await phoneOf(held)
    for (const _tap of [1, 2]) {
      const answer = await phone.post(urls.followNews, { newsMail: ' Li.Na＠example.com ' })
      expect(answer.headers.get('location')).toBe(urls.follow + query({ done: 'news' }))
    }
    const page = read(await (await phone.get(urls.follow + query({ done: 'news' }))).text())
    expect(page).toContain('有新消息时会提醒您')
    expect(page).toContain('发邮件到 l…@example.com')
    expect(page).not.toContain(newsMail)
    expect(await rows()).toHaveLength(1)
  })

  test('with all that he gives away by it said before', async () => {
    const page = read(await (await phoneOf(held)).page())
    expect(page).toContain('邮件只写“消息提醒”“有新消息”')
    expect(page).toContain('从 huying@example.org 发来')
    expect(page).toContain('链接和编号')
  })

  test('what is no address comes back as it was typed, and beside it what is wrong', async () => {
    const answer = await (await phoneOf(held)).post(urls.followNews, { newsMail: 'li.na at example' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="li.na at example"')
    expect(page).toContain('href="#newsMail"')
    expect(await rows()).toEqual([])
  })

  test('a sixth change of a day waits until tomorrow, with what was typed', async () => {
    const phone = await phoneOf(held)
    for (const number of [0, 1, 2, 3, 4, 5])
      expect((await phone.post(urls.followNews, { newsMail: `a${number}@example.com` })).status).toBe(303)
    const answer = await phone.post(urls.followNews, { newsMail })
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([429, true])
    expect(await answer.text()).toContain(`value="${newsMail}"`)
  })

  test('no form of his reaches the case of another', async () => {
    const phone = await phoneOf(held)
    const other = await here.file()
    expect((await (await phoneOf(other)).ask(urls.followNews, { method: 'POST' })).status).not.toBe(303)
    await phone.post(urls.follow, { receipt: other.receipt })
    expect((await phone.post(urls.followNews, { newsMail })).status).toBe(409)
    expect(await rows()).toEqual([])
  })
})

describe('one button forgets it', () => {
  test('and the page offers it anew', async () => {
    const phone = await phoneOf(held)
    await phone.post(urls.followNews, { newsMail })
    await phone.post(urls.followNews, { push: JSON.stringify(subscription) })
    expect(await rows()).toHaveLength(2)
    expect(await phone.page()).toContain('登记过的那个浏览器')
    for (const _tap of [1, 2]) {
      const answer = await phone.post(urls.followNewsEnd)
      expect(answer.headers.get('location')).toBe(urls.follow + query({ done: 'news-forgotten' }))
    }
    expect(await rows()).toEqual([])
    expect(await phone.page()).not.toContain('l…@example.com')
  })
})

describe('by a browser', () => {
  test('the button is of its script alone: without one nothing is shown of it', async () => {
    const page = await (await phoneOf(held)).page()
    expect(page).toMatch(/<div class="form" hidden[^>]* data-push="\/follow\/news"/)
    expect(page).toContain(`src="${urls.pushScript}?`)
  })

  test('where the last one failed it is offered anew, beside the reason', async () => {
    const scene = { ...here.scene, now: monday }
    succeeded(
      await askForNews(scene, await here.asWorker(held), {
        kind: 'push',
        target: JSON.stringify(subscription),
      }),
    )
    expect(await (await phoneOf(held)).page()).not.toContain('data-push=')
    await here.db.update(newsWays).set({ attempts: 9 })
    const page = await (await phoneOf(held)).page()
    expect(page).toContain('上次的提醒没有弹出来')
    expect(page).toContain('data-push=')
  })

  test('the key of the service stays the same', async () => {
    const phone = await phoneOf(held)
    const keys = [await phone.get(urls.followNewsKey), await phone.get(urls.followNewsKey)]
    const [one, other] = await Promise.all(keys.map((it) => it.text()))
    expect(one).toMatch(/^B[\w-]{86}$/)
    expect(other).toBe(one)
  })

  test.each([
    ['an address of his choosing', { ...subscription, endpoint: 'https://intranet.example/push' }],
    [
      'one that only looks like a push service',
      { ...subscription, endpoint: 'https://fcm.googleapis.com.example/' },
    ],
    ['one in the clear', { ...subscription, endpoint: 'http://fcm.googleapis.com/x' }],
    ['another port', { ...subscription, endpoint: 'https://fcm.googleapis.com:8443/x' }],
    ['a key that is none', { ...subscription, keys: { p256dh: 'AAAA', auth: 'AAAA' } }],
    ['anything else', 'yes'],
  ])('%s is not taken', async (_, push) => {
    const phone = await phoneOf(held)
    const answer = await phone.post(urls.followNews, { push: JSON.stringify(push) })
    expect(answer.status).toBe(422)
    expect(await rows()).toEqual([])
  })
})

test('opening the case is reading: he is told of nothing that he has seen', async () => {
  const phone = await phoneOf(held)
  await phone.post(urls.followNews, { newsMail })
  succeeded(await here.at(days(1)).does('officer', held, 'accept'))
  expect((await rows())[0]?.newsAt).toEqual(days(1))
  clock.now = days(1)
  await (await phoneOf(held)).page()
  expect((await rows())[0]?.newsAt).toBeNull()
})

test('his file of what is kept names the address, and the day since when', async () => {
  const phone = await phoneOf(held)
  await phone.post(urls.followNews, { newsMail })
  const file = JSON.parse(await (await phone.get(urls.followDataFile)).text())
  expect(file.news).toEqual({ mail: newsMail, mailSince: '2026-09-21', browserSince: null })
  expect(read(await (await phone.get(urls.followData)).text())).toContain(newsMail)
})

test('of a case that is over nothing is asked any more', async () => {
  await here.reach(held, 'closed')
  clock.now = days(70)
  const phone = await phoneOf(held)
  expect(await phone.page()).not.toContain('newsMail')
  expect((await phone.post(urls.followNews, { newsMail })).status).toBe(403)
})
