import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { forms, sites } from '../../src/db/tables/forms.ts'
import { quotas, seats } from '../../src/db/tables/quotas.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { inAll, ofSite } from '../../src/forms/quota-keys.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { empty } from '../support/emptying.ts'
import { read } from '../support/town/pages.ts'
import { trainingOf } from '../support/training-form.ts'
import { fillingIn } from './filling-in.ts'
import { clock, db, found, visitor } from './visitor.ts'

const path = urls.form('training')
const words = catalogs.zh.seats
const morning = { session: 'morning', wish: '想学接线', named: 'no' }
const evening = { ...morning, session: 'evening' }

beforeEach(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  await found()
})

/** Publishes the course, with so many places in all and in the morning. */
async function offered(
  { ofMorning, most, waits = false }: { ofMorning?: number; most?: number; waits?: boolean },
  layout?: 'together' | 'paged',
) {
  const result = await publish(db, {
    slug: 'training',
    definition: trainingOf(ofMorning, layout),
    now: clock.now,
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  await db.update(forms).set({ waits }).where(eq(forms.slug, 'training'))
  if (most !== undefined) await db.insert(quotas).values({ formId: result.formId, of: inAll, most })
  forgetForms()
}

const later = () => {
  clock.now = new Date(clock.now.getTime() + 60_000)
}

describe.each([
  ['a browser that keeps cookies', false],
  ['one that keeps none', true],
])('a form of one page, in %s', (_, refusesCookies) => {
  /** Somebody who has come as far as the check. */
  const checked = async (values = morning) => {
    const worker = fillingIn(visitor({ refusesCookies }), path)
    await worker.open()
    const page = await worker.press('check', values)
    later()
    return { ...worker, page, send: () => worker.press('send') }
  }

  test('gives its last place once, to who taps twice as well, and then says that it is full', async () => {
    await offered({ most: 1 })
    const worker = await checked()
    const page = worker.page
    expect(read(await worker.send())).toContain(words.has)
    worker.take(page)
    expect(read(await worker.send())).toContain('您的查询码')
    expect(await db.$count(seats)).toBe(1)
    worker.take(page)
    const back = read(await worker.press('check', morning))
    expect(back).not.toContain(words.none.title)
    expect(back).toContain(refusesCookies ? catalogs.zh.intake.sent.title : '您的查询码')

    forgetForms()
    const late = await visitor({ refusesCookies }).get(path)
    expect(late.status).toBe(409)
    const said = read(await late.text())
    expect(said).toContain(words.none.title)
    expect(said).toContain('12351')
  })

  test('tells whoever has filled it in meanwhile, and gives him his words back', async () => {
    await offered({ most: 1 })
    const [first, second] = [await checked(), await checked()]
    await first.send()
    const said = read(await second.send())
    expect(said).toContain(words.none.title)
    expect(said).toContain('想学接线')
  })

  test('has a waiting list, of which he is told before he begins, at the check, and by his receipt', async () => {
    await offered({ most: 1, waits: true })
    const [first, second] = [await checked(), await checked()]
    await first.send()
    const again = await second.send()
    expect(read(again)).toContain(catalogs.zh.intake.again.noPlaceTitle)
    expect(read(again)).toContain(words.check)
    expect(read(again)).toContain(words.send)
    expect(read(await second.send())).toContain(words.waits(1))

    forgetForms()
    const third = fillingIn(visitor({ refusesCookies }), path)
    expect(read(await third.open())).toContain(words.before)
    expect(read(await third.press('check', morning))).toContain(words.check)
    later()
    expect(read(await third.press('send'))).toContain(words.waits(2))
  })

  test('shows an option that is full, and takes another one', async () => {
    await offered({ ofMorning: 1 })
    const [first, second] = [await checked(), await checked()]
    await first.send()
    first.take(first.page)
    expect(read(await first.press('check', morning))).not.toContain(words.option)
    const wrong = await second.send()
    expect(read(wrong)).toContain(catalogs.zh.questions.errors.full('哪一期'))
    expect(wrong).toContain('想学接线')
    await second.press('check', evening)
    expect(read(await second.send())).toContain('您的查询码')

    forgetForms()
    const third = fillingIn(visitor({ refusesCookies }), path)
    const page = await third.open()
    expect(page).toMatch(/value="morning"[^>]*disabled/)
    expect(page).not.toMatch(/value="evening"[^>]*disabled/)
    expect(read(await third.press('check', morning))).toContain(catalogs.zh.questions.errors.full('哪一期'))
  })

  test('counts an option also of who began before it had a number, and keeps nothing else he chose', async () => {
    await offered({ most: 5 })
    const [first, second, third] = [await checked(), await checked(), await checked(evening)]
    await publish(db, { slug: 'training', definition: trainingOf(1), now: clock.now })
    forgetForms()
    await first.send()
    expect(read(await second.send())).toContain(catalogs.zh.questions.errors.full('哪一期'))
    expect(read(await third.send())).toContain('您的查询码')
    const taken = await db.select().from(seats)
    expect(taken.map(({ wants }) => wants.join()).sort()).toEqual(['all', 'all,session.morning'])
  })

  test('with a waiting list lets him choose what is full, and wait for that', async () => {
    await offered({ ofMorning: 1, waits: true })
    const first = await checked()
    await first.send()
    const second = await checked()
    expect(read(second.page)).toContain(words.check)
    expect(read(await second.send())).toContain(words.waits(1))
    const third = await checked(evening)
    expect(read(third.page)).not.toContain(words.check)
  })

  test('of several pages says so where it is chosen, and keeps the words of who comes too late', async () => {
    await offered({ ofMorning: 1 }, 'paged')
    const there = async () => {
      const worker = fillingIn(visitor({ refusesCookies }), path)
      await worker.open()
      await worker.next({ session: 'morning' })
      await worker.next({ wish: '想学接线' })
      await worker.next({ named: 'no' })
      later()
      return worker
    }
    const [first, second] = [await there(), await there()]
    const check = first.page()
    expect(read(await first.press('send'))).toContain('您的查询码')
    first.take(check)
    expect(read(await first.press('send'))).toContain('您的查询码')
    expect(read(await second.press('send'))).toContain(catalogs.zh.questions.errors.full('哪一期'))
    await second.next({ session: 'evening' })
    expect(second.page()).toContain('想学接线')
    expect(read(await second.press('send'))).toContain('您的查询码')
  })

  test('of several pages has a waiting list too', async () => {
    await offered({ most: 1, waits: true }, 'paged')
    const there = async () => {
      const worker = fillingIn(visitor({ refusesCookies }), path)
      const begun = read(await worker.open())
      await worker.next({ session: 'morning' })
      await worker.next({ wish: '想学接线' })
      await worker.next({ named: 'no' })
      later()
      return { ...worker, begun }
    }
    const [first, second] = [await there(), await there()]
    expect(read(await first.press('send'))).toContain(words.has)
    expect(read(await second.press('send'))).toContain(words.send)
    expect(read(await second.press('send'))).toContain(words.waits(1))
    forgetForms()
    expect((await there()).begun).toContain(words.before)
  })
})

test.each(['together', 'paged'] as const)(
  'who began at a code that was replaced is told that its place is full, %s',
  async (layout) => {
    await offered({}, layout)
    const [form] = await db.select().from(forms).where(eq(forms.slug, 'training'))
    if (!form) throw new Error('There is no form')
    const [old, now] = ['22222', '33333']
    const site = {
      formId: form.id,
      orgId: 'union',
      place: { zh: '一号门', en: 'Gate 1' },
      createdAt: clock.now,
    }
    await db.insert(sites).values({ ...site, code: old })
    const worker = fillingIn(visitor(), urls.site(old))
    await worker.open()
    if (layout === 'together') await worker.press('check', morning)
    else for (const [name, value] of Object.entries(morning)) await worker.next({ [name]: value })
    later()
    await db.insert(sites).values({ ...site, code: now })
    await db.update(sites).set({ successor: now, open: false }).where(eq(sites.code, old))
    await db.insert(quotas).values({ formId: form.id, of: ofSite(now), most: 1, taken: 1 })
    const said = read(await worker.press('send'))
    expect(said).toContain(words.none.title)
    expect(said).toContain('想学接线')
  },
)

test.each(['together', 'paged'] as const)('what asks about danger is never full, %s', async (layout) => {
  const [course, ...more] = trainingOf(undefined, layout).pages
  const fields = course?.fields.map((field) => ({ ...field, dangerWhen: ['morning'] }))
  const definition = { ...trainingOf(undefined, layout), pages: [{ ...course, fields }, ...more] }
  const first = await publish(db, { slug: 'training', definition: trainingOf(), now: clock.now })
  if (first.ok) await db.insert(quotas).values({ formId: first.formId, of: inAll, most: 1, taken: 1 })
  const next = await publish(db, { slug: 'training', definition, now: clock.now })
  expect([first.ok, next.ok]).toEqual([true, true])
  forgetForms()
  const worker = fillingIn(visitor(), path)
  await worker.open()
  if (layout === 'together') await worker.press('check', morning)
  else for (const [name, value] of Object.entries(morning)) await worker.next({ [name]: value })
  later()
  expect(read(await worker.press('send'))).toContain('您的查询码')
  expect(await db.$count(seats)).toBe(0)
})

test('what asks about danger, or is sensitive, or needs a case, is not counted', async () => {
  const faultOf = async (definition: object) => {
    const result = await publish(db, { slug: 'training', definition, now: clock.now })
    return !result.ok && result.why === 'invalid' && result.problems.map(({ fault }) => fault)
  }
  const { process: _, ...ofGrievance } = trainingOf(3)
  expect(await faultOf(ofGrievance)).toEqual(['quota_not_of_register'])
  const [course, ...more] = trainingOf(3).pages
  const withField = (change: object) => ({
    ...trainingOf(3),
    pages: [{ ...course, fields: course?.fields.map((field) => ({ ...field, ...change })) }, ...more],
  })
  expect(await faultOf(withField({ dangerWhen: ['morning'] }))).toEqual(['quota_not_of_register'])
})
