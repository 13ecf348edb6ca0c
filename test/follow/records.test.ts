import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { detailsOf } from '../../src/cases/vault.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { formOf, text } from '../forms/examples.ts'
import { browser } from '../support/app.ts'
import { app, clock, phoneOf, read } from '../support/town/pages.ts'
import { monday, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
})

describe('everything stored about the worker', () => {
  test('comes as a page to read and as a file, whole', async () => {
    const held = await here.given('closed')
    await here.workerDoes(held, 'write_to_union', { body: 'Thank you all.', key: 'k' })
    const phone = await phoneOf(held)
    const page = read(await (await phone.get(urls.followData)).text())
    const file = await phone.get(urls.followDataFile)
    const text = await file.text()
    for (const said of [
      'No wages since July.',
      'Li Na',
      '13800000000',
      'The wages are paid.',
      'Thank you all.',
    ]) {
      expect(page).toContain(said)
      expect(text).toContain(said)
    }
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="huying-${held.number}.json"`)
    expect(file.headers.get('content-type')).toContain('application/json')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(text)).toMatchObject({ number: held.number, identity: { worker_name: 'Li Na' } })
    expect(text).not.toContain('receipt')
  })

  test('holds the worker’s own words about a withdrawal too', async () => {
    const held = await here.file({ bypassesUnit: true })
    const phone = await phoneOf(held)
    await phone.act(urls.followAct('withdrawal'), { withdrawal: 'They promised to pay.' })
    const file = await (await phone.get(urls.followDataFile)).text()
    expect(file).toContain('They promised to pay.')
    expect(JSON.parse(file)).toMatchObject({ anonymous: false, bypassesUnit: true })
    expect(await phone.page()).toContain('They promised to pay.')
  })

  test.each([urls.followData, urls.followDataFile, urls.followIdentity])(
    '%s asks for the receipt first',
    async (path) => {
      const answer = await browser(app).get(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.follow])
    },
  )
})

describe('deleting what identifies the worker', () => {
  test('shows first what goes, then deletes it, once for two taps', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    expect(read(await (await phone.get(urls.followIdentity)).text())).toContain('Li Na')
    for (const _ of [1, 2]) {
      const answer = await phone.post(urls.followIdentity)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/follow?done=erased'])
    }
    expect((await here.asWorker(held)).hasIdentity).toBe(false)
    const events = await here.historyOf(held)
    expect(events.filter(({ action }) => action === 'erase_identity')).toHaveLength(1)
    expect(await (await phone.get(urls.followIdentity)).text()).toContain('没有存')
  })

  test.each([true, false])(
    'goes with the mailbox for news, which is said before; anonymous: %s',
    async (anonymous) => {
      const held = await here.file(anonymous ? { anonymous, identity: {} } : {})
      const phone = await phoneOf(held)
      await phone.post(urls.followNews, { newsMail: 'li.na@example.com' })
      const before = read(await (await phone.get(urls.followIdentity)).text())
      expect(before).toContain('提醒用的邮箱 l…@example.com')
      for (const _ of [1, 2]) {
        const answer = await phone.post(urls.followIdentity)
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/follow?done=erased'])
      }
      expect(await here.db.$count(newsWays, eq(newsWays.caseId, held.id))).toBe(0)
      const gone = await here.db.select().from(deletions).where(eq(deletions.caseNumber, held.number))
      expect(gone.map(({ what, why }) => `${what} ${why}`).sort()).toEqual([
        ...(anonymous ? [] : ['identity asked_by_worker']),
        'news asked_by_worker',
      ])
      expect(await (await phone.get(urls.followIdentity)).text()).toContain('没有存')
    },
  )
})

describe('correcting a name or a number', () => {
  test('changes the vault alone, once for two taps, and the history tells it without the number', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    expect(await (await phone.get(urls.followContact)).text()).toContain('value="13800000000"')
    for (const _ of [1, 2]) {
      const answer = await phone.post(urls.followContact, {
        worker_name: 'Li Na',
        worker_phone: '13911111111',
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/follow?done=contact'])
    }
    expect(await detailsOf(here.scene, await here.asWorker(held))).toEqual({
      worker_name: 'Li Na',
      worker_phone: '13911111111',
    })
    expect((await here.historyOf(held)).filter(({ action }) => action === 'correct')).toHaveLength(1)
    expect(await phone.page()).not.toContain('13911111111')
  })

  test('a second number right after the first is saved too', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    for (const number of ['13911111111', '13922222222'])
      await phone.post(urls.followContact, { worker_name: 'Li Na', worker_phone: number })
    expect(await detailsOf(here.scene, await here.asWorker(held))).toMatchObject({
      worker_phone: '13922222222',
    })
  })

  test('after it was deleted on another page saves nothing, and leaves what was typed in its fields', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    await phone.post(urls.followIdentity)
    const answer = await phone.post(urls.followContact, { worker_name: 'Li Na', worker_phone: '13911111111' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('value="13911111111"')
    expect(await detailsOf(here.scene, await here.asWorker(held))).toBeNull()
  })

  test('a number is taken as it is dialled, and a name in one line', async () => {
    const held = await here.file()
    const phone = await phoneOf(held)
    await phone.post(urls.followContact, { worker_name: '李\r\n娜\u202e', worker_phone: '+86 139-1111-1111' })
    expect(await detailsOf(here.scene, await here.asWorker(held))).toEqual({
      worker_name: '李娜',
      worker_phone: '13911111111',
    })
  })

  test.each(['打给我妹妹', '12', '1380000000'])(
    'any other text for a number is told, kept on the page and not saved: %s',
    async (typed) => {
      const held = await here.file()
      const phone = await phoneOf(held)
      const before = await detailsOf(here.scene, await here.asWorker(held))
      const answer = await phone.post(urls.followContact, { worker_name: '李娜', worker_phone: typed })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      for (const words of ['请填 11 位手机号', `value="${typed}"`, 'value="李娜"'])
        expect(page).toContain(words)
      expect(await detailsOf(here.scene, await here.asWorker(held))).toEqual(before)
    },
  )

  test('what was a number stays one, also where no question asks for it any more', async () => {
    const held = await here.file({ identity: { old_phone: '13800000000', old_name: 'Li Na' } })
    const phone = await phoneOf(held)
    const answer = await phone.post(urls.followContact, { old_phone: '12', old_name: '12' })
    expect(answer.status).toBe(422)
    expect((await answer.text()).match(/class="error"/g)).toHaveLength(1)
  })

  test('a name is as long as its question takes, and comes back whole with its length', async () => {
    const phone = await phoneOf(await here.file())
    const name = '𠮷'.repeat(61)
    const answer = await phone.post(urls.followContact, { worker_name: name, worker_phone: '13911111111' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(`value="${name}"`)
    expect(page).toContain('最多 60 字，现在有 61 字')
    const shorter = { worker_name: '𠮷'.repeat(60), worker_phone: '13911111111' }
    expect((await phone.post(urls.followContact, shorter)).status).toBe(303)
  })

  test('an address stays as one line, which its worker corrects', async () => {
    const home = { type: 'address', name: 'home', label: text('住址'), identity: true }
    const definition = { ...formOf(text('t')), sections: [{ title: text('s'), fields: [home] }] }
    const published = await publish(here.db, { slug: 'home', definition, now: monday })
    if (!published.ok) throw new Error(published.why)
    const identity = { home: '青石县 柳湾镇' }
    const held = await here.file({ formVersionId: published.versionId, identity })
    const phone = await phoneOf(held)
    expect(await (await phone.get(urls.followContact)).text()).toContain('value="青石县 柳湾镇"')
    expect((await phone.post(urls.followContact, { home: '青石县 临溪镇' })).status).toBe(303)
    expect(await detailsOf(here.scene, await here.asWorker(held))).toEqual({ home: '青石县 临溪镇' })
  })

  test('neither is offered again to the next who uses the phone', async () => {
    const page = await (await (await phoneOf(await here.file())).get(urls.followContact)).text()
    expect(page.match(/<input[^>]*name="worker_[^>]*autocomplete="off"/g)).toHaveLength(2)
  })

  test('clearing everything points to deleting', async () => {
    const phone = await phoneOf(await here.file())
    const answer = await phone.post(urls.followContact, { worker_name: '', worker_phone: '' })
    expect(answer.status).toBe(422)
    expect(read(await answer.text())).toContain('全部清空就是删除')
  })
})
