import { env } from 'cloudflare:workers'
import { gt } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { formDrafts, formVersions } from '../../src/db/tables/forms.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { empty } from '../support/emptying.ts'
import { unpaid, withDue } from '../support/paged-form.ts'
import { read } from '../support/town/pages.ts'
import { fillingIn } from './filling-in.ts'
import { clock, db, found, lastCase, visitor } from './visitor.ts'

const path = urls.form('unpaid')
const first = { owed: 'wages', danger: 'no' }
const month = (number: number, amount: string) => ({
  [`months-${number}-month-year`]: '2026',
  [`months-${number}-month-month`]: '9',
  [`months-${number}-amount`]: amount,
})
const told = { story: '工资没发' }
const sending = { named: 'no', agreed: 'yes' }

beforeEach(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  await found()
  await published(unpaid)
})

async function published(definition: object) {
  const result = await publish(db, { slug: 'unpaid', definition, now: clock.now })
  if (!result.ok) throw new Error(JSON.stringify(result))
  forgetForms()
}

/** After the pause without which nobody has read what he sends. */
function later() {
  clock.now = new Date(clock.now.getTime() + 60_000)
}

describe.each([
  ['a browser that keeps cookies', false],
  ['one that keeps none', true],
])('a form of several pages, in %s', (_, refusesCookies) => {
  const begin = async () => {
    const worker = fillingIn(visitor({ refusesCookies }), path)
    await worker.open()
    return worker
  }

  test('asks page after page, and is filed with each answer in its place', async () => {
    const worker = await begin()
    expect(read(await worker.next(first))).toContain('欠了哪些月')
    expect(read(await worker.next(month(1, '3000')))).toContain('说说经过')
    expect(read(await worker.next(told))).toContain('留不留联系方式')
    const check = read(await worker.next(sending))
    expect(check).toMatch(/请核对.*工资.*欠薪 1 · 欠多少 3,000\.00 元.*工资没发/s)
    later()
    expect(read(await worker.press('send'))).toContain('您的查询码')
    expect(JSON.parse(String((await lastCase()).answers))).toEqual({
      owed: 'wages',
      danger: false,
      months: [{ month: '2026-09', amount: 300_000 }],
      story: '工资没发',
      agreed: true,
      $path: ['what', 'months', 'story_page'],
    })
    // Who keeps no cookies may tap twice for a minute more.
    later()
    expect(await db.select().from(formDrafts).where(gt(formDrafts.endsAt, clock.now))).toEqual([])
  })

  test('leaves out what his answers do not call for, and keeps it in case they do again', async () => {
    const worker = await begin()
    await worker.next(first)
    await worker.next(month(1, '3000'))
    await worker.press('back', told)
    await worker.press('back', month(1, '3000'))
    expect(read(await worker.next({ owed: 'deposit', danger: 'no' }))).toContain('说说经过')
    await worker.next(told)
    const check = await worker.next(sending)
    expect(read(check)).not.toContain('3,000.00')
    await worker.press('change-what')
    expect(read(await worker.next(first))).toContain('3,000.00')
  })

  test('ends where it ends, and nothing can be sent from there', async () => {
    const worker = await begin()
    expect(read(await worker.next({ owed: 'loan' }))).toContain('请找法院')
    expect(read(await worker.press('send'))).toContain('请找法院')
    expect(await db.select().from(cases)).toEqual([])
  })

  test('says at the question what is wrong, and keeps what was typed', async () => {
    const worker = await begin()
    expect(read(await worker.next({ danger: 'no' }))).toContain('请选择：欠的是什么')
    await worker.next(first)
    const page = await worker.next(month(1, '很多'))
    expect(read(page)).toContain('欠薪 1 · 欠多少')
    expect(page).toContain('value="很多"')
    expect(page).toContain('href="#months-1-amount"')
  })

  test('takes one more of several, and one out', async () => {
    const worker = await begin()
    await worker.next(first)
    await worker.press('add', month(1, '1'))
    expect(worker.page()).toContain('months-2-amount')
    await worker.press('add', { ...month(1, '1'), ...month(2, '2') })
    const all = { ...month(1, '1'), ...month(2, '2'), ...month(3, '3') }
    expect(read(await worker.press('add', all))).toContain('最多填 3 个')
    await worker.press('remove-2', all)
    expect(worker.page()).toContain('value="3"')
    expect(worker.page()).not.toContain('months-3-amount')
  })

  test('goes on in another language and size with all that was typed', async () => {
    const worker = await begin()
    await worker.next(first)
    const page = await worker.press('edit', month(1, '88'), `${path}?lang=en&view=elder`)
    expect(page).toContain('class="elder"')
    expect(read(page)).toContain('Which months')
    expect(page).toContain('value="88"')
  })

  test('sent ten times at once is one case with one receipt', async () => {
    const worker = await begin()
    await worker.next(first)
    await worker.next(month(1, '3000'))
    await worker.next(told)
    await worker.next(sending)
    later()
    const page = worker.page()
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        worker.take(page)
        return worker.press('send')
      }),
    )
    expect(await db.select().from(cases)).toHaveLength(1)
    for (const answer of answers) expect(read(answer)).toMatch(/您的查询码|这一份已经提交过/)
  })
})

test('a page that only tells something is not among what is checked', async () => {
  const [what, ...others] = unpaid.pages
  const note = { type: 'note', name: 'told', label: { zh: '请放心', en: 'Be at ease' } }
  const page = { id: 'ease', title: { zh: '说明', en: 'A word' }, fields: [note] }
  await published({ ...unpaid, pages: [what, page, ...others] })
  const worker = fillingIn(visitor(), path)
  await worker.open()
  expect(read(await worker.next({ owed: 'deposit', danger: 'no' }))).toContain('请放心')
  await worker.next({})
  await worker.next(told)
  expect(read(await worker.next(sending))).not.toMatch(/说明|没有填写/)
})

test('what is worked out is shown and filed, and none is believed that is posted', async () => {
  const label = { zh: '一共欠', en: 'Owed in all' }
  const [what, ...others] = unpaid.pages
  await published({
    ...unpaid,
    pages: [
      {
        ...what,
        fields: [
          { type: 'money', name: 'each', label: { zh: '每人', en: 'Each' } },
          { type: 'number', name: 'people', label: { zh: '几人', en: 'People' } },
          ...(what?.fields ?? []),
        ],
      },
      ...others.map((page) =>
        page.id === 'story_page'
          ? { ...page, fields: [{ type: 'computed', name: 'total', label, value: 'in_all' }, ...page.fields] }
          : page,
      ),
    ],
    values: { in_all: { name: label, kind: 'money', of: { mul: [{ ref: 'each' }, { ref: 'people' }] } } },
  })
  const worker = fillingIn(visitor(), path)
  await worker.open()
  const page = await worker.next({ owed: 'deposit', danger: 'no', each: '1000.5', people: '3' })
  expect(read(page)).toMatch(/一共欠 3,001\.50 元/)
  expect(read(await worker.next({ ...told, total: '1' }))).toContain('收到了这张表里没有的内容')
  await worker.next(told)
  expect(read(await worker.next(sending))).toMatch(/一共欠 3,001\.50 元/)
  later()
  await worker.press('send')
  expect(JSON.parse(String((await lastCase()).answers))).toMatchObject({ total: 300_150 })
})

test('whoever has the code goes on from another phone, and whoever has not finds nothing', async () => {
  const worker = fillingIn(visitor(), path)
  await worker.open()
  await worker.next(first)
  const kept = read(await worker.press('keep', month(1, '77')))
  expect(kept).toContain('已经存好')
  const other = visitor({ lang: 'en' })
  const page = await (await other.post(urls.resume, { resume: worker.code() })).text()
  expect(page).toContain('value="77"')
  expect(read(page)).toContain('Which months')
  const wrong = await other.post(urls.resume, { resume: '2345-6789-CFGH' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('value="77"')
})

test('nobody reads a draft in the database, and after 28 days it is gone', async () => {
  const worker = fillingIn(visitor(), path)
  await worker.open()
  await worker.next(first)
  await worker.press('keep', month(1, '很多'))
  expect(JSON.stringify(await db.select().from(formDrafts))).not.toMatch(/wages|很多/)
  clock.now = new Date(clock.now.getTime() + 28 * 24 * 3_600_000)
  expect((await visitor().post(urls.resume, { resume: worker.code() })).status).toBe(422)
})

test('who scans the code again learns that something was begun, and can delete it unseen', async () => {
  const worker = fillingIn(visitor(), path)
  await worker.open()
  await worker.next(first)
  await worker.press('keep', month(1, '很多'))
  const page = await worker.open()
  expect(read(page)).toContain('这部手机上有没填完的表')
  expect(page).not.toContain('很多')
  expect(read(await worker.press('anew'))).toContain('欠的是什么')
  expect(await db.select().from(formDrafts)).toEqual([])
})

test('one press forgets all', async () => {
  const worker = fillingIn(visitor(), path)
  await worker.open()
  await worker.next(first)
  expect(read(await worker.press('forget'))).toContain('已经删除')
  expect(await db.select().from(formDrafts)).toEqual([])
  expect(read(await worker.open(`${path}?page=months`))).toContain('接着填没填完的表')
})

describe('a version that was published meanwhile', () => {
  async function almostDone() {
    const worker = fillingIn(visitor(), path)
    await worker.open()
    await worker.next(first)
    await worker.next(month(1, '3000'))
    await worker.next(told)
    await worker.next(sending)
    return worker
  }

  test('asks only what is new where it has to be answered', async () => {
    const worker = await almostDone()
    await published(withDue(true))
    later()
    const page = await worker.press('send')
    expect(read(page)).toMatch(/表有改动.*该哪天付/s)
    const due = { 'due-year': '2026', 'due-month': '10', 'due-day': '15' }
    expect(read(await worker.next({ ...first, ...due }))).toContain('请核对')
    expect(read(await worker.press('send'))).toContain('您的查询码')
    const { answers } = await lastCase()
    expect(JSON.parse(String(answers))).toMatchObject({ due: '2026-10-15', story: '工资没发' })
  })

  test('lets him finish what he began where it may be left out', async () => {
    const worker = await almostDone()
    await published(withDue(false))
    later()
    expect(read(await worker.press('send'))).toContain('您的查询码')
    const [begun] = await db.select().from(formVersions).orderBy(formVersions.id)
    expect(begun).toBeDefined()
  })

  const promisingElse = {
    ...unpaid,
    pages: unpaid.pages.map((page) => ({
      ...page,
      fields: page.fields.map((field) =>
        field.type === 'consent' ? { ...field, label: { zh: '我同意别的', en: 'I agree to more' } } : field,
      ),
    })),
  }

  test('asks whoever comes back to it for his agreement anew, and once', async () => {
    const worker = await almostDone()
    await published(promisingElse)
    later()
    const page = await worker.open(`${path}?page=filing`)
    expect(read(page)).toContain('我同意别的')
    expect(page).not.toMatch(/name="agreed"[^>]*checked/)
    expect(read(await worker.next(sending))).toContain('请核对')
  })

  test('asks for his agreement anew where it promises something else', async () => {
    const worker = await almostDone()
    await published(promisingElse)
    later()
    const page = await worker.press('send')
    expect(read(page)).toMatch(/表有改动.*我同意别的/s)
    expect(page).not.toMatch(/name="agreed"[^>]*checked/)
    expect(await db.select().from(cases)).toEqual([])
    await worker.next(sending)
    expect(read(await worker.press('send'))).toContain('您的查询码')
  })

  test('lets him finish though the form was closed', async () => {
    const worker = await almostDone()
    await db.run("update forms set open = 0 where slug = 'unpaid'")
    forgetForms()
    later()
    expect(read(await worker.press('send'))).toContain('您的查询码')
    expect(read(await fillingIn(visitor(), path).open())).toContain('停止收集')
  })
})

describe('what goes wrong on the way', () => {
  async function atCheck(refusesCookies = false) {
    const browser = visitor({ refusesCookies })
    const worker = fillingIn(browser, path)
    await worker.open()
    await worker.next(first)
    await worker.next(month(1, '3000'))
    await worker.next(told)
    await worker.next(sending)
    later()
    return { browser, worker }
  }

  async function refusing<Answer>(statement: string, act: () => Promise<Answer>): Promise<Answer> {
    const trigger = `create trigger refused before ${statement} begin select raise(abort, 'away'); end`
    await env.DB.prepare(trigger).run()
    try {
      return await act()
    } finally {
      await env.DB.prepare('drop trigger refused').run()
    }
  }

  test('a second tap shows the same receipt, also where no cookies are kept', async () => {
    const { worker } = await atCheck(true)
    const page = worker.page()
    const code = /<p class="code groups">.*?<\/p>/s
    const [receipt] = code.exec(await worker.press('send')) ?? []
    worker.take(page)
    expect(code.exec(await worker.press('send'))?.[0]).toBe(receipt)
  })

  test('another language on the last page stays there', async () => {
    const { worker } = await atCheck()
    expect(read(await worker.press('check', {}, `${path}?lang=en`))).toContain('Check your answers')
  })

  test('where the database refuses a page, its words stay on it', async () => {
    const worker = fillingIn(visitor(), path)
    await worker.open()
    await worker.next(first)
    const page = await refusing('update on form_drafts', () => worker.next(month(1, '7777')))
    expect(read(page)).toContain('没有保存成功')
    expect(page).toContain('value="7777"')
    expect(read(await worker.next(month(1, '7777')))).toContain('说说经过')
  })

  test('where it refuses what is sent, all of it waits', async () => {
    const { worker } = await atCheck()
    const page = await refusing('insert on submissions', () => worker.press('send'))
    expect(read(page)).toContain('您填的都存好了')
    expect(read(await worker.press('edit'))).toMatch(/请核对.*3,000\.00 元.*工资没发/s)
    expect(read(await worker.press('send'))).toContain('您的查询码')
  })

  test('where the form ends nothing is sent, whatever is posted', async () => {
    const worker = fillingIn(visitor(), path)
    await worker.open()
    await worker.next({ owed: 'loan' })
    await worker.next({})
    expect(read(await worker.press('send'))).toContain('请找法院')
    const bare = visitor()
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(await (await bare.get(path)).text()) ?? []
    await bare.post(path, { token, owed: 'loan', named: 'no', step: 'send' })
    expect(await db.select().from(cases)).toEqual([])
  })

  test('what was sent opens no more by its code, though it could not be forgotten', async () => {
    const { worker } = await atCheck()
    const code = worker.code()
    await refusing('delete on form_drafts', () => worker.press('send'))
    expect(await db.select().from(formDrafts)).toHaveLength(1)
    const answer = await visitor().post(urls.resume, { resume: code })
    expect(await answer.text()).not.toContain('工资没发')
    expect(await db.select().from(formDrafts)).toEqual([])
  })

  test('what is forgotten leaves no page of the history', async () => {
    const browser = visitor()
    const worker = fillingIn(browser, path)
    await worker.open()
    await worker.next(first)
    await worker.press('edit', month(1, '很多'))
    expect((await db.all<{ id: string }>('select id from kept')).length).toBeGreaterThan(0)
    await worker.press('forget')
    expect(browser.cookies.get('filer') ?? '').toBe('')
  })

  test('a page that has another name in a new version loses no word', async () => {
    const worker = fillingIn(visitor(), path)
    await worker.open()
    await worker.next(first)
    await worker.next(month(1, '3000'))
    const more = { type: 'text', name: 'more', label: { zh: '还有', en: 'More' }, required: true }
    await published({
      ...unpaid,
      pages: unpaid.pages.map((page) =>
        page.id === 'story_page' ? { ...page, id: 'tale', fields: [...page.fields, more] } : page,
      ),
    })
    expect(await worker.next({ story: '很长的经过' })).toContain('很长的经过')
  })

  test('a code of another form changes nothing there', async () => {
    const { worker } = await atCheck()
    await publish(db, { slug: 'another', definition: unpaid, now: clock.now })
    const other = fillingIn(visitor(), urls.form('another'))
    await other.open()
    await other.press('next', { owed: 'deposit', danger: 'yes', resume: worker.code() })
    expect(read(other.page())).not.toContain('说说经过')
    await worker.open(`${path}?page=what`)
    expect(worker.page()).toMatch(/value="wages"[^>]* checked/)
  })

  test('a made-up page or control makes no draft grow', async () => {
    const { browser, worker } = await atCheck()
    const before = (await db.select().from(formDrafts))[0]?.sealed.length ?? 0
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(worker.page()) ?? []
    const posted = { token, resume: worker.code(), page: 'months', step: 'edit' }
    await browser.post(path, { ...posted, 'months-0x1-junk': 'a'.repeat(9000) })
    await browser.post(path, { ...posted, page: 'x'.repeat(9000), step: 'next' })
    expect((await db.select().from(formDrafts))[0]?.sealed.length).toBeLessThan(before + 1000)
  })
})
