import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { formDrafts, formVersions, workingCopies } from '../../src/db/tables/forms.ts'
import { workingFrom } from '../../src/forms/building/working.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { templates } from '../../src/forms/templates/all.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { idIn, makerOf } from '../support/town/making.ts'
import { logged } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
let office: Awaited<ReturnType<typeof at>>

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  office = await at('administrator')
})

/** A form that was begun with nothing but its name. */
async function begun() {
  const answer = await office.post(urls.officeForms, {
    'title-zh': '食堂意见',
    'title-en': 'The canteen',
    slug: 'canteen',
  })
  const id = idIn(answer.headers.get('location'))
  return { id, ...makerOf(office, id) }
}

const about = {
  'title-zh': '食堂意见',
  'title-en': 'The canteen',
  'intro-zh': '说说食堂。',
  'intro-en': 'Tell us about the canteen.',
  'readers-zh': '县总工会的干部。',
  'readers-en': 'The cadres of the federation.',
  'use-zh': '只用来改进食堂。',
  'use-en': 'To improve the canteen.',
  category: 'welfare',
  modes: 'complaint',
  allowAnonymous: 'yes',
  layout: 'paged',
}
const firstPage = (page: string) => /\/pages\/(page_\w+)"/.exec(page)?.[1] ?? ''

/** The same with all that must be said of it, and a choice on its first page. */
async function withChoice() {
  const form = await begun()
  await form.send(urls.officeFormAbout(form.id), about)
  const page = firstPage(await form.page(urls.officeFormPages(form.id)))
  const address = urls.officeFormPage(form.id, page)
  const added = await form.send(address, {
    act: 'add',
    'title-zh': '饭菜',
    'title-en': 'The food',
    type: 'choice',
  })
  const question = added.headers.get('location') ?? ''
  await form.send(question, {
    act: 'save',
    'label-zh': '怎么样？',
    'label-en': 'How is it?',
    required: 'yes',
    'options-more': '好 | Good\n一般 | Fair\n不好｜Bad',
  })
  return { ...form, address, question }
}

const optionsIn = (page: string) =>
  [...page.matchAll(/name="options-(o_\w+)-zh" type="text" value="([^"]*)"/g)].map(
    ([, id = '', zh = '']): [string, string] => [id, zh],
  )

test('a question that is another kind than it was once is told before it is published', async () => {
  const { suggestion } = standardForms
  const form = makerOf(office, 'suggestion')
  await form.begin()
  const json = JSON.stringify(suggestion).replace('"type":"long_text"', '"type":"text"')
  await form.send(urls.officeFormText('suggestion'), { json })
  const page = await form.page(urls.officeFormPublish('suggestion'))
  expect(read(page)).toContain('这个名称以前是另一种问题')
  expect(page).not.toContain('name="turn"')
})

test('a text of a form with brackets thousands deep is refused at its field', async () => {
  const form = makerOf(office, 'suggestion')
  await form.begin()
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  const answer = await office.post(urls.officeFormText('suggestion'), { json: `{"pages":${deep}}` })
  expect(answer.status).toBe(422)
  expect(read(await answer.text())).toContain('套得太多层')
})

test('Enter in a field saves, and takes nothing out nor adds anything', async () => {
  const form = await withChoice()
  for (const address of [form.question, form.address]) {
    const page = await form.page(address)
    const inForm = page.slice(page.indexOf('<form id="words"'))
    const [first] = /<(?:input|button)[^>]*type="submit"[^>]*>/.exec(inForm) ?? []
    expect(first).toContain('name="act" value="save"')
  }
})

describe('a form that an officer makes', () => {
  test('begins with its name, and says what is to be done; nobody can fill it in', async () => {
    const form = await begun()
    const home = read(await form.page(urls.officeForm(form.id)))
    expect(home).toMatch(
      /食堂意见.*名称、给谁看、怎么用 还差 \d+ 处.*页和问题 还差 \d+ 处.*试填.*发布 还差 \d+ 处/,
    )
    expect((await office.get(urls.form('canteen'))).status).toBe(404)
    expect(read(await form.page(urls.officeForms))).toContain('食堂意见')
  })

  test('begins with what another form asks, under its own name', async () => {
    const answer = await office.post(urls.officeForms, {
      'title-zh': '新点子',
      slug: 'fresh',
      from: 'suggestion',
    })
    const form = makerOf(office, idIn(answer.headers.get('location')))
    const id = idIn(answer.headers.get('location'))
    expect(read(await form.page(urls.officeForm(id)))).toMatch(/新点子.*页和问题 好了/)
    const [copy] = await here.db.select().from(workingCopies)
    expect(copy?.definition).toMatchObject({
      pages: standardForms.suggestion?.pages.map(({ id }) => ({ id })),
    })
  })

  test.each(Object.entries(templates))(
    'begins with the template %s, and nobody sees it yet',
    async (slug, { title }) => {
      expect(read(await (await office.get(urls.officeForms)).text())).toContain(title.zh)
      const answer = await office.post(urls.officeForms, {
        'title-zh': '',
        slug: '',
        from: `template:${slug}`,
      })
      const form = makerOf(office, idIn(answer.headers.get('location')))
      const address = urls.officeForm(idIn(answer.headers.get('location')))
      expect(read(await form.page(address))).toMatch(new RegExp(`${title.zh}.*发布 可以发布`))
      expect((await office.get(urls.form(slug))).status).toBe(404)
      await form.publish()
      expect(read(await form.page(urls.form(slug)))).toContain(title.zh)
    },
  )

  test('keeps a name and an address of its own where they were wished for a template', async () => {
    const wished = { 'title-zh': '讨薪', slug: 'owed', from: 'template:unpaid-wages' }
    await office.post(urls.officeForms, wished)
    const [copy] = await here.db.select().from(workingCopies)
    expect(copy).toMatchObject({
      slug: 'owed',
      definition: { title: { zh: '讨薪', en: '' }, category: 'wages' },
    })
  })

  test('is published page by page, question by question, and then taken at its address', async () => {
    const form = await withChoice()
    expect(read(await form.page(form.address))).toContain('怎么样？ 单选')
    const publish = await form.page(urls.officeFormPublish(form.id))
    expect(read(publish)).toContain('这是第一次发布')
    const published = await form.publish()
    expect(published.headers.get('location')).toBe(urls.officeForm(form.id) + query({ published: 1 }))
    expect(read(await (await office.get(urls.form('canteen'))).text())).toMatch(
      /饭菜.*怎么样？.*好.*一般.*不好/,
    )
    expect(await here.db.select().from(workingCopies)).toEqual([])
    expect((await logged(here)).slice(-2)).toEqual([
      'administrator form_begun canteen',
      'administrator form_published canteen',
    ])
  })

  test('says what still keeps it from being published, and where that is put right', async () => {
    const form = await begun()
    const page = await form.page(urls.officeFormPublish(form.id))
    expect(read(page)).toMatch(/还不能发布.*名称、给谁看、怎么用.*页和问题/)
    expect(page).toContain(`href="${urls.officeFormAbout(form.id)}"`)
    const turn = await form.turn(urls.officeFormAbout(form.id))
    expect((await office.post(urls.officeFormPublish(form.id), { turn })).status).toBe(422)
    expect(await here.db.select().from(formVersions).where(eq(formVersions.formId, form.id))).toEqual([])
  })

  test('is tried as a worker would, with its way, its values and its errors, and nothing is kept', async () => {
    const form = await withChoice()
    const before = await here.db.select().from(workingCopies)
    const address = urls.officeFormPreview(form.id)
    expect(read(await form.page(address))).toMatch(/填什么都不会存.*怎么样？.*好/)
    const tried = await form.send(address, {})
    expect(read(await tried.text())).toMatch(/请选择：怎么样？.*会走过这几页 饭菜/)
    expect(await here.db.select().from(workingCopies)).toEqual(before)
    expect(await here.db.select().from(formDrafts)).toEqual([])
  })

  test('keeps the ids of options that are reworded, ordered, added and offered no more', async () => {
    const form = await withChoice()
    const [good, fair, bad] = optionsIn(await form.page(form.question))
    expect([good?.[1], fair?.[1], bad?.[1]]).toEqual(['好', '一般', '不好'])
    const words = (option: [string, string] | undefined, zh: string, order: string) => ({
      [`options-${option?.[0]}-zh`]: zh,
      [`options-${option?.[0]}-en`]: 'E',
      [`options-${option?.[0]}-order`]: order,
    })
    await form.send(form.question, {
      act: 'save',
      'label-zh': '怎么样？',
      'label-en': 'How is it?',
      ...words(good, '很好', '2'),
      ...words(fair, '一般', '3'),
      ...words(bad, '不好', '1'),
      [`options-${fair?.[0]}-gone`]: 'yes',
      'options-more': '说不清 | Cannot say',
    })
    const after = optionsIn(await form.page(form.question))
    expect(after.slice(0, 3)).toEqual([
      [bad?.[0], '不好'],
      [good?.[0], '很好'],
      [fair?.[0], '一般'],
    ])
    expect(after[3]?.[1]).toBe('说不清')
  })

  test('has its questions and pages put in the order of their numbers, moved, doubled and taken out', async () => {
    const form = await withChoice()
    const added = await form.send(form.address, { act: 'add', 'title-zh': '饭菜', type: 'long_text' })
    const second = added.headers.get('location') ?? ''
    await form.send(second, { act: 'save', 'label-zh': '还想说什么？' })
    const names = [form.question, second].map((address) => address.split('/').at(-1) ?? '')
    await form.send(form.address, {
      act: 'save',
      'title-zh': '饭菜',
      [`order-${names[0]}`]: '2',
      [`order-${names[1]}`]: '1',
    })
    expect(read(await form.page(form.address))).toMatch(/还想说什么？.*怎么样？/)
    await form.send(second, { act: 'duplicate', 'label-zh': '还想说什么？' })
    expect(read(await form.page(form.address))).toMatch(/还想说什么？.*还想说什么？.*怎么样？/)
    const page = await form.send(urls.officeFormPages(form.id), { act: 'add' })
    const other = page.headers.get('location')?.split('/').at(-1) ?? ''
    await form.send(second, { act: 'save', 'label-zh': '还想说什么？', page: other })
    expect(read(await form.page(urls.officeFormPage(form.id, other)))).toContain('还想说什么？')
    await form.send(second, { act: 'remove' })
    expect(read(await form.page(urls.officeFormPage(form.id, other)))).not.toContain('还想说什么？')
    await form.send(urls.officeFormPage(form.id, other), { act: 'remove' })
    expect(read(await form.page(urls.officeFormPages(form.id)))).toContain('饭菜 2 题')
  })

  test('has a page once more, with the same questions under names of their own', async () => {
    const form = await withChoice()
    const added = await form.send(form.address, { act: 'add', 'title-zh': '饭菜', type: 'number' })
    const number = added.headers.get('location') ?? ''
    await form.send(number, { act: 'check', 'label-zh': '几次？' })
    const twin = await form.send(form.address, { act: 'duplicate', 'title-zh': '饭菜' })
    expect(twin.headers.get('location')).not.toBe(form.address)
    expect(read(await form.page(twin.headers.get('location') ?? ''))).toMatch(/怎么样？ 单选.*几次？ 数字/)
    const [copy] = await here.db.select().from(workingCopies)
    const [first, second] = workingFrom(copy?.definition ?? {}).pages
    const names = [first, second].map((page) => page?.fields.map(({ name }) => name) ?? [])
    expect(new Set(names.flat()).size).toBe(4)
    expect(second?.fields[0]).toEqual({ ...first?.fields[0], name: names[1]?.[0] })
    const looksAt = (page: typeof first, name = '') => JSON.stringify(page?.fields[1]?.checks).includes(name)
    expect([looksAt(second, names[1]?.[1]), looksAt(second, names[0]?.[1])]).toEqual([true, false])
  })

  test('is translated in one place, and what has no English is told', async () => {
    const form = await withChoice()
    const address = urls.officeFormTranslation(form.id)
    await form.send(form.question, { act: 'save', 'label-zh': '怎么样？', 'label-en': '' })
    const page = await form.page(address)
    expect(read(page)).toMatch(/怎么样？ 还没有英文/)
    const way = /name="(question\.q_\w+\.label)"/.exec(page)?.[1] ?? ''
    expect(read(await form.page(urls.officeForm(form.id)))).toContain('英文 1 处还没有英文。')
    await form.send(address, { [way]: 'How is the food?' })
    expect(read(await form.page(urls.officeForm(form.id)))).not.toContain('还没有英文')
    expect(await form.page(form.question)).toContain('value="How is the food?"')
  })
})

describe('what becomes of what is sent', () => {
  test('is chosen in plain words, and the office says who can read it', async () => {
    const form = await begun()
    await form.send(urls.officeFormAbout(form.id), { ...about, category: 'harassment', process: 'register' })
    const [copy] = await here.db.select().from(workingCopies)
    expect(copy?.definition.process).toBe('register')
    const page = urls.officeFormAbout(form.id)
    expect(read(await form.page(page))).toMatch(/“性骚扰”只有指定的人能看.*管理员和审计员看不到/)
    await form.send(page, { ...about, process: 'grievance' })
    const [after] = await here.db.select().from(workingCopies)
    expect(after?.definition).not.toHaveProperty('process')
    expect(read(await form.page(page))).toMatch(/提交到哪个工会.*县总工会，看全部：.*值班受理员 \d+ 人/)
  })

  test('of a form that officers fill in, the office does not say that anybody keeps it from his unit', async () => {
    const form = await begun()
    const page = urls.officeFormAbout(form.id)
    await form.send(page, about)
    expect(read(await form.page(page))).toMatch(/职工可以选不经本单位.*上面写给职工的/)
    await form.send(page, { ...about, filledBy: 'officer' })
    const shown = read(await form.page(page))
    expect(shown).toMatch(/就由那个工会和它上面各级的人看。.*上面写给填表人的/)
    expect(shown).not.toContain('可以选不经本单位')
  })
})

describe('the next version of a form', () => {
  const form = () => makerOf(office, 'suggestion')
  const { suggestion } = standardForms

  test('says what is otherwise before it is published, and between any two versions after', async () => {
    const maker = form()
    await maker.begin()
    const titled = { ...suggestion, title: { zh: '金点子', en: 'Ideas' } }
    await maker.send(urls.officeFormText('suggestion'), { json: JSON.stringify(titled) })
    expect(read(await maker.page(urls.officeFormPublish('suggestion')))).toMatch(
      /只改了文字.*整份表 · 金点子 改了文字 原来：给工会提建议/,
    )
    await maker.publish()
    const [first, ...others] = suggestion?.pages ?? []
    const asked = {
      type: 'number',
      name: 'how_many',
      label: { zh: '几个人？', en: 'How many?' },
      required: true,
    }
    await maker.publishText({
      ...titled,
      pages: [{ ...first, fields: [...(first?.fields ?? []), asked] }, ...others],
    })
    const against = urls.officeFormVersion('suggestion', 3) + query({ against: 1 })
    expect(read(await maker.page(against))).toMatch(/改动大.*整份表 · 金点子 改了文字.*问题 · 几个人？ 新增/)
  })

  test('may be an earlier one that comes back', async () => {
    const maker = form()
    await maker.publishText({ ...suggestion, title: { zh: '金点子', en: 'Ideas' } })
    const back = await office.post(urls.officeFormWork('suggestion'), { act: 'begin', number: '1' })
    expect(back.headers.get('location')).toBe(urls.officeFormPublish('suggestion'))
    expect((await maker.publish()).status).toBe(303)
    expect(read(await maker.page(urls.officeFormVersion('suggestion', 3) + query({ against: 1 })))).toContain(
      '没有不同',
    )
  })

  test('is nothing where nothing was changed, and is thrown away whole', async () => {
    const maker = form()
    await maker.begin()
    expect(read(await maker.page(urls.officeFormPublish('suggestion')))).toContain('没有可发布的')
    const home = urls.officeForm('suggestion')
    const turn = await maker.turn(home)
    const gone = await office.post(urls.officeFormWork('suggestion'), { act: 'discard', turn })
    expect(gone.headers.get('location')).toBe(home + query({ done: 'discarded' }))
    expect(read(await maker.page(home))).toContain('修改这份表')
  })

  test('is written by two people without either losing a word', async () => {
    await here.person('second', [['administrator', 'federation']])
    const other = makerOf(await at('second'), 'suggestion')
    const maker = form()
    await maker.begin()
    const address = urls.officeFormAbout('suggestion')
    const turn = await maker.turn(address)
    await other.send(address, { ...about, 'title-zh': '别人起的名字' })
    const late = await maker.send(address, { ...about, 'title-zh': '我起的名字' }, turn)
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(read(page)).toContain('刚才也改了这份表')
    expect(page).toContain('value="我起的名字"')
    const now = /name="turn" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await maker.send(address, { ...about, 'title-zh': '我起的名字' }, now)).status).toBe(303)
    expect(read(await maker.page(urls.officeForm('suggestion')))).toContain('我起的名字')
  })

  test('gives back what was written for it, once somebody has published it', async () => {
    const maker = form()
    await maker.begin()
    const turn = await maker.turn(urls.officeFormAbout('suggestion'))
    await maker.publishText({ ...suggestion, title: { zh: '金点子', en: 'Ideas' } })
    const late = await office.post(urls.officeFormAbout('suggestion'), { turn, ...about })
    expect(late.status).toBe(409)
    expect(read(await late.text())).toMatch(/刚刚被发布或放弃.*食堂意见/)
  })
})

describe('the days of a form', () => {
  const home = urls.officeForm('suggestion')
  const taken = async () => (await office.get(urls.form('suggestion'))).status

  test('open it in the morning of the first, and close it at the end of the last', async () => {
    const set = await office.post(home, { act: 'dates', from: '2026-11-25', until: '2026-11-26' })
    expect(set.headers.get('location')).toBe(home + query({ done: 'dates' }))
    expect(await (await office.get(home)).text()).toMatch(/value="2026-11-25".*value="2026-11-26"/s)
    const at = (time: string) => {
      clock.now = new Date(time)
      return taken()
    }
    expect(await at('2026-11-24T15:59:00Z')).toBe(404)
    expect(await at('2026-11-24T16:00:00Z')).toBe(200)
    expect(await at('2026-11-26T15:59:00Z')).toBe(200)
    expect(await at('2026-11-26T16:00:00Z')).toBe(410)
    clock.now = monday
    await office.post(home, { act: 'dates', from: '', until: '' })
    expect(await taken()).toBe(200)
  })

  test('that cannot be are told, and what was open stays so', async () => {
    for (const days of [
      { from: '2026-11-26', until: '2026-11-25' },
      { from: '2026-02-30', until: '' },
    ]) {
      const answer = await office.post(home, { act: 'dates', ...days })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(read(page)).toContain('结束不能早于开始')
      expect(page).toContain(`value="${days.from}"`)
    }
    expect(await taken()).toBe(200)
  })
})

describe('the conditions of a form', () => {
  /** A form whose second page is to be shown by a condition on its first. */
  async function withTwoPages() {
    const form = await withChoice()
    const added = await form.send(urls.officeFormPages(form.id), { act: 'add' })
    const second = added.headers.get('location') ?? ''
    const asked = await form.send(second, { act: 'add', 'title-zh': '细说', type: 'long_text' })
    await form.send(asked.headers.get('location') ?? '', { act: 'save', 'label-zh': '哪里不好？' })
    const logic = urls.officeFormLogic(form.id)
    const name = form.question.split('/').at(-1) ?? ''
    const begun = await form.send(logic, { 'name-zh': '觉得不好', 'name-en': 'Is bad', question: name })
    return { ...form, second, logic, name, condition: begun.headers.get('location') ?? '' }
  }

  test('are made of sentences, decide about pages, and say what a change of them touches', async () => {
    const form = await withTwoPages()
    const [, , bad] = optionsIn(await form.page(form.question))
    await form.send(form.condition, {
      act: 'save',
      'name-zh': '觉得不好',
      'relation-0': 'eq',
      'value-0': bad?.[0] ?? '',
    })
    expect(read(await form.page(form.logic))).toContain('觉得不好 “怎么样？”是不好')
    const id = form.condition.split('/').at(-1) ?? ''
    await form.send(form.second, { act: 'save', 'title-zh': '细说', show: id })
    expect(read(await form.page(form.condition))).toMatch(/会影响： 显示这一页：细说/)
    const preview = urls.officeFormPreview(form.id)
    const [good] = optionsIn(await form.page(form.question))
    const tried = async (value = '') => read(await (await form.send(preview, { [form.name]: value })).text())
    expect(await tried(good?.[0])).not.toContain('哪里不好？')
    expect(await tried(bad?.[0])).toContain('哪里不好？')
  })

  test('may have several sentences, of which all or one are to hold', async () => {
    const form = await withTwoPages()
    await form.send(form.condition, { act: 'add', 'name-zh': '觉得不好', question: form.name })
    await form.send(form.condition, {
      act: 'save',
      'name-zh': '觉得不好',
      joined: 'or',
      'relation-0': 'unanswered',
      'relation-1': 'ne',
    })
    expect(read(await form.page(form.logic))).toContain('“怎么样？”没有答 ，或者 “怎么样？”不是好')
    await form.send(form.condition, { act: 'drop-0', 'name-zh': '觉得不好' })
    expect(read(await form.page(form.logic))).toContain('“怎么样？”不是好')
  })

  test('leave nothing behind that names them once they are taken out', async () => {
    const form = await withTwoPages()
    const id = form.condition.split('/').at(-1) ?? ''
    await form.send(form.second, { act: 'save', 'title-zh': '细说', show: id })
    const asked = await form.send(form.condition, { act: 'remove' })
    await form.send(asked.headers.get('location') ?? '', { [`page.${form.second.split('/').at(-1)}.0`]: '-' })
    const [copy] = await here.db.select().from(workingCopies)
    expect(JSON.stringify(copy?.definition)).not.toContain(id)
  })
})
