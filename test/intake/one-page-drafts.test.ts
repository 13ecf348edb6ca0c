import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { formDrafts } from '../../src/db/tables/forms.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { grievance } from '../../src/forms/standard/grievance.ts'
import { suggestion } from '../../src/forms/standard/suggestion.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { empty } from '../support/emptying.ts'
import { bindings } from '../support/signed-in.ts'
import { read } from '../support/town/pages.ts'
import { carriedBy, fillingIn } from './filling-in.ts'
import { answers, clock, db, found, lastCase, sites, type Values, visitor } from './visitor.ts'

const site = sites.grievance
const { people: _, ...unfinished } = answers
const wrong = { ...answers, people: '很多' }
const told = String(answers.story)

beforeEach(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  await found()
})

/** After the pause without which nobody has read what he sends. */
function later() {
  clock.now = new Date(clock.now.getTime() + 60_000)
}

/** Somebody with the form before him. */
async function begin(path: string = site, options: Parameters<typeof visitor>[0] = {}) {
  const browser = visitor(options)
  const worker = fillingIn(browser, path)
  await worker.open()
  later()
  return { browser, worker }
}

const drafts = () => db.select().from(formDrafts)

async function refusing<Answer>(statement: string, act: () => Promise<Answer>): Promise<Answer> {
  await env.DB.prepare(
    `create trigger refused before ${statement} begin select raise(abort, 'away'); end`,
  ).run()
  try {
    return await act()
  } finally {
    await env.DB.prepare('drop trigger refused').run()
  }
}

describe('what is typed into a form of one page', () => {
  test.each([
    ['right', answers, '请核对'],
    ['wrong', wrong, '请只填数字'],
    ['unfinished', { story: told }, '请选择'],
  ] as const)('is kept when it is posted, %s, and the page says so', async (_, typed: Values, said) => {
    const { worker } = await begin()
    const page = await worker.press('check', typed)
    expect(read(page)).toContain(said)
    expect(read(page)).toContain('已存好，还没提交，随时可以接着填')
    expect(worker.code()).toHaveLength(12)
    expect(JSON.stringify(await drafts())).not.toContain(told)
    expect(await drafts()).toHaveLength(1)
  })

  test('waits behind the address of the form, and nothing of it is seen before a press', async () => {
    const { browser, worker } = await begin()
    await worker.press('check', wrong)
    const begun = await worker.open()
    expect(read(begun)).toContain('这部手机上有没填完的表')
    expect(begun).not.toContain(told)
    const [, on = ''] = /href="([^"]*\?page=[^"]*)"/.exec(begun) ?? []
    const page = await worker.open(on)
    expect(page).toContain(told)
    expect(page).toContain('value="很多"')
    expect(read(await worker.press('check', answers))).toContain('请核对')
    expect(await drafts()).toHaveLength(1)
    browser.cookies.delete('__Host-resume')
    expect(read(await worker.open())).not.toContain('这部手机上有')
  })

  test('is gone on with on another phone by its code, and filed from there', async () => {
    const { worker } = await begin()
    await worker.press('check', unfinished)
    const code = worker.code()
    const other = fillingIn(visitor({ lang: 'en' }), site)
    const page = await (await visitor({ lang: 'en' }).post(urls.resume, { resume: code })).text()
    expect(page).toContain(told)
    expect(read(page)).toContain('Tell the union about a problem')
    other.take(page)
    expect(read(await other.press('check', answers))).toContain('Check your answers')
    expect(other.code()).toBe(code)
    expect(read(await other.press('send'))).toContain('Your receipt code')
    expect(await drafts()).toEqual([])
    expect((await visitor().post(urls.resume, { resume: code })).status).toBe(422)
  })

  test('is kept for later by a button, finished or not', async () => {
    const { worker } = await begin()
    const kept = await worker.press('keep', { story: told, website: '' })
    expect(read(kept)).toMatch(/已经存好，还没有提交.*2026年12月21日/s)
    expect(kept).not.toContain(told)
    expect(await worker.press('edit')).toContain(told)
  })

  test('leaves nothing when he deletes it', async () => {
    const { browser, worker } = await begin()
    await worker.press('check', answers)
    expect(read(await worker.press('forget'))).toContain('已经删除')
    expect(await drafts()).toEqual([])
    expect(browser.cookies.get('__Host-filer') ?? '').toBe('')
    const page = await worker.open()
    expect(read(page)).toContain('向工会反映问题')
    expect(page).toMatch(/<form[^>]* autocomplete="off"/)
  })

  test('ends with the filing, where the form of the site begins anew', async () => {
    const { worker } = await begin()
    await worker.press('check', answers)
    const code = worker.code()
    await refusing('delete on form_drafts', () => worker.press('send'))
    expect(await db.select().from(cases)).toHaveLength(1)
    expect(await drafts()).toHaveLength(1)
    const resumed = await visitor().post(urls.resume, { resume: code })
    expect(resumed.status).toBe(409)
    expect(await resumed.text()).not.toContain(told)
    expect(await drafts()).toEqual([])
    expect(await worker.open()).toContain('name="story"')
  })

  test('is not kept again of a page of the history, once it was sent', async () => {
    const { worker } = await begin()
    const form = worker.page()
    await worker.press('check', answers)
    await worker.press('send')
    worker.take(form)
    expect(read(await worker.press('check', { ...answers, story: '别的' }))).toContain('请核对')
    worker.take(form)
    expect(read(await worker.press('keep', { ...answers, story: '别的' }))).toContain('您的查询码')
    expect(await drafts()).toEqual([])
  })

  test('is one draft for ten taps', async () => {
    const { browser, worker } = await begin()
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(worker.page()) ?? []
    await Promise.all(
      Array.from({ length: 10 }, () => browser.post(site, { ...answers, token, step: 'check' })),
    )
    expect(await drafts()).toHaveLength(1)
  })

  test('keeps its place when a page comes back empty', async () => {
    const { worker } = await begin()
    const form = worker.page()
    await worker.press('check', answers)
    worker.take(form)
    await worker.press('check', { story: '', people: '' })
    expect(read(await worker.open())).toContain('这部手机上有没填完的表')
    expect(await worker.open(`${site}?page=all`)).toContain(told)
  })
})

test('who has begun finishes, though the form is closed', async () => {
  const path = urls.form('suggestion')
  const { worker } = await begin(path)
  await worker.press('check', { story: '食堂太远' })
  await db.run("update forms set open = 0 where slug = 'suggestion'")
  forgetForms()
  clock.now = new Date(clock.now.getTime() + 3 * 24 * 3_600_000)
  worker.take(await (await visitor().post(urls.resume, { resume: worker.code() })).text())
  const typed = { about: 'living', story: '食堂太远', named: 'no' }
  expect(read(await worker.press('check', typed))).toContain('请核对')
  expect(read(await worker.press('send'))).toContain('您的查询码')
})

test('a code of another form changes nothing there', async () => {
  const { worker } = await begin()
  await worker.press('check', answers)
  const other = await begin(urls.form('suggestion'))
  const page = await other.worker.press('check', { story: '别的', resume: worker.code() })
  expect(read(page)).not.toContain('已存好')
  expect(await worker.open(`${site}?page=all`)).toContain(told)
})

test('an untouched form keeps nothing', async () => {
  const { worker } = await begin()
  expect(read(await worker.press('check', { story: '', mode: '' }))).not.toContain('已存好')
  expect(await drafts()).toEqual([])
})

test('each of the forms that come along goes on where it was left', async () => {
  for (const [slug, { title }] of Object.entries(standardForms)) {
    const { worker } = await begin(urls.form(slug))
    await worker.press('keep', { named: 'yes', worker_name: '王芳', worker_phone: '138' })
    const page = await worker.press('edit')
    expect(page).toContain('value="王芳"')
    expect(page).toContain('value="138"')
    expect(read(page)).toContain(title.zh)
  }
})

test('an employer who was chosen of several stays chosen', async () => {
  const { worker } = await begin(urls.form('grievance'))
  const [, id = ''] =
    /name="employer-id"[^>]*value="([^"]+)"/.exec(
      await worker.press('check', { ...answers, employer: '东升' }),
    ) ?? []
  const chosen = { ...answers, employer: '东升', 'employer-id': id }
  await worker.press('keep', chosen)
  const page = await worker.press('edit')
  expect(page).toMatch(
    new RegExp(`name="employer-id"[^>]*value="${id}"[^>]*checked|checked[^>]*value="${id}"`),
  )
})

describe('where nothing can be kept', () => {
  test.each([
    ['the database refuses it', (act: () => Promise<string>) => refusing('insert on form_drafts', act), {}],
    [
      'too much was begun there',
      (act: () => Promise<string>) => act(),
      { env: { limits: { ...bindings().limits, filing: async () => false } } },
    ],
  ] as const)(
    'for %s, it is checked and sent as ever, and nothing is said to be kept',
    async (_, within, options) => {
      const { browser, worker } = await begin(site, options)
      const check = await within(() => worker.press('check', answers))
      expect(read(check)).toContain('请核对')
      expect(read(check)).not.toContain('已存好')
      const again = { ...carriedBy(check), step: 'send' }
      const sent = await browser.post(site, again, { env: { limits: bindings().limits } })
      expect(sent.status).toBe(303)
      expect(await drafts()).toEqual([])
    },
  )

  test('whoever wanted to stop for now finds his words on the page', async () => {
    const { worker } = await begin()
    const page = await refusing('insert on form_drafts', () => worker.press('keep', wrong))
    expect(read(page)).toContain('没有保存成功')
    expect(page).toContain(told)
    expect(read(await worker.press('keep', wrong))).toContain('已经存好')
  })

  test('what was kept before is sent and forgotten all the same', async () => {
    const { worker } = await begin()
    await worker.press('check', answers)
    const check = await refusing('update on form_drafts', () =>
      worker.press('check', { ...answers, people: '7' }),
    )
    expect(read(check)).not.toContain('已存好')
    await worker.press('send')
    expect(await lastCase()).toMatchObject({ workers: 7 })
    expect(await drafts()).toEqual([])
  })
})

describe('where cookies are refused', () => {
  const refused = () => begin(site, { refusesCookies: true })

  test('the code goes along from page to page, and what is sent is forgotten in a minute', async () => {
    const { worker } = await refused()
    await worker.press('check', wrong)
    const code = worker.code()
    await worker.press('check', answers)
    expect(worker.code()).toBe(code)
    expect(await drafts()).toHaveLength(1)
    const check = worker.page()
    expect(read(await worker.press('send'))).toContain('您的查询码')
    worker.take(check)
    expect(read(await worker.press('send'))).toContain('您的查询码')
    expect(await db.select().from(cases)).toHaveLength(1)
    expect((await visitor().post(urls.resume, { resume: code })).status).toBe(409)
  })

  test('he stops for now, and goes on with the code', async () => {
    const { worker } = await refused()
    await worker.press('keep', wrong)
    expect(await worker.press('edit')).toContain('value="很多"')
    expect(await (await visitor().post(urls.resume, { resume: worker.code() })).text()).toContain(told)
  })
})

describe('a version that was published meanwhile', () => {
  const published = async (definition: object, slug = 'suggestion') => {
    const result = await publish(db, { slug, definition, now: clock.now })
    if (!result.ok) throw new Error(JSON.stringify(result))
    forgetForms()
  }
  const path = urls.form('suggestion')
  const typed = { about: 'living', story: '食堂太远', named: 'no' }

  test('that asks more is gone on with, with all that was typed', async () => {
    const { worker } = await begin(path)
    await worker.press('check', typed)
    const [idea, ...others] = suggestion.pages
    const more = { type: 'text', name: 'where', label: { zh: '在哪里', en: 'Where' }, required: true }
    await published({
      ...suggestion,
      pages: [{ ...idea, fields: [...(idea?.fields ?? []), more] }, ...others],
    })
    const page = await worker.open(`${path}?page=all`)
    expect(read(page)).toMatch(/表有改动.*在哪里/s)
    expect(page).toContain('食堂太远')
    expect(read(await worker.press('check', { ...typed, where: '东门' }))).toContain('请核对')
  })

  test('that promises something else asks for his agreement anew, and once', async () => {
    const { worker } = await begin()
    await worker.press('check', answers)
    const label = { zh: '我同意别的', en: 'I agree to more' }
    const pages = grievance.pages.map((page) => ({
      ...page,
      fields: page.fields.map((field) => (field.type === 'consent' ? { ...field, label } : field)),
    }))
    await published({ ...grievance, pages }, 'grievance')
    const page = await worker.open(`${site}?page=all`)
    expect(read(page)).toMatch(/表有改动.*我同意别的/s)
    expect(page).not.toMatch(/name="agreed"[^>]*checked/)
    expect(read(await worker.press('check', answers))).toContain('请核对')
  })

  test('that asks a page at a time leaves him his one page', async () => {
    const { worker } = await begin(path)
    await worker.press('check', typed)
    await published({ ...suggestion, layout: 'paged' })
    const page = await worker.open(`${path}?page=all`)
    expect(page).toContain('食堂太远')
    expect(read(page)).toContain('您的单位')
    await worker.press('check', typed)
    later()
    expect(read(await worker.press('send'))).toContain('您的查询码')
  })
})
