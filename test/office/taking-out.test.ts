import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { makerOf } from '../support/town/making.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
let office: Awaited<ReturnType<typeof at>>

const id = 'suggestion'
const pair = (zh: string) => ({ zh, en: `E ${zh}` })
const asked = (name: string, type: string, zh: string, more: object = {}) => ({
  name,
  type,
  label: pair(zh),
  ...more,
})
const option = (value: string, zh: string) => ({ value, label: pair(zh) })

/** A form whose second page hangs on what is chosen on the first, and of which one choice means danger. */
const branching = {
  ...{ title: pair('伤病'), intro: pair('填'), readers: pair('谁'), use: pair('用') },
  ...{ category: 'injury', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
  workersFrom: 'people',
  pages: [
    {
      id: 'what',
      title: pair('怎么了'),
      fields: [
        asked('state', 'choice', '伤得怎样', {
          options: [option('light', '轻'), option('heavy', '重'), option('dying', '很重')],
          dangerWhen: ['dying'],
        }),
        asked('place', 'choice', '在哪里', { options: [option('site', '工地'), option('road', '路上')] }),
        asked('people', 'number', '几个人'),
        asked('helpers', 'number', '几个人帮忙'),
      ],
    },
    {
      id: 'more',
      title: pair('细说'),
      show: 'is_bad',
      fields: [asked('story', 'long_text', '说说', { requiredWhen: 'is_bad' })],
    },
  ],
  conditions: {
    is_bad: {
      name: pair('很严重'),
      when: { or: [{ eq: [{ ref: 'state' }, 'dying'] }, { gt: [{ ref: 'people' }, 3] }] },
    },
    is_on_road: {
      name: pair('在路上'),
      when: { and: [{ ref: 'is_bad' }, { eq: [{ ref: 'place' }, 'road'] }] },
    },
  },
  values: {
    all: { name: pair('合计'), kind: 'number', of: { add: [{ ref: 'people' }, { ref: 'helpers' }] } },
  },
}

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  office = await at('administrator')
  await maker().begin()
  await maker().send(urls.officeFormText(id), { json: JSON.stringify(branching) })
})

const maker = () => makerOf(office, id)
const working = async () => (await here.db.select().from(workingCopies))[0]?.definition ?? {}
const whenOf = async (condition: string) => {
  const { conditions } = (await working()) as typeof branching
  return (conditions as Record<string, { when: unknown }>)[condition]?.when
}
const askedAt = (answer: Response) => answer.headers.get('location') ?? ''
const faults = async () => read(await maker().page(urls.officeFormPublish(id)))

describe('an option that is offered no more', () => {
  const state = urls.officeFormQuestion(id, 'state')
  const options = Object.fromEntries(
    ['light', 'heavy', 'dying'].flatMap((value) => [
      [`options-${value}-zh`, value],
      [`options-${value}-en`, value],
    ]),
  )
  const retire = (more: object = {}) =>
    maker().send(state, {
      ...{ act: 'save', 'label-zh': '伤得怎样', 'label-en': 'How bad', ...options },
      ...{ 'options-dying-gone': 'yes', 'options-dying-danger': 'yes', ...more },
    })

  test('is asked after in each place that looks at it, the signs of danger among them', async () => {
    const address = askedAt(await retire())
    expect(address).toBe(urls.officeFormReplacement(id) + query({ what: 'options', id: 'state' }))
    expect(read(await maker().page(address))).toMatch(
      /条件“很严重”：“伤得怎样”是dying ，或者 “几个人”大于3.*人身危险/,
    )
    const missing = await maker().send(address, { 'condition.is_bad.0': 'option.state.heavy' })
    expect([missing.status, read(await missing.text())]).toEqual([422, expect.stringContaining('请选一个')])
    await maker().send(address, {
      'condition.is_bad.0': 'option.state.heavy',
      'danger.state.0': 'option.state.heavy',
    })
    expect(await whenOf('is_bad')).toMatchObject({ or: [{ eq: [{ ref: 'state' }, 'heavy'] }, {}] })
    expect(await working()).toMatchObject({
      pages: [{ fields: [{ dangerWhen: ['heavy'] }, {}, {}, {}] }, {}],
    })
    expect(await faults()).not.toContain('还不能发布')
  })

  test('is not asked after where nothing looks at it', async () => {
    const answer = await maker().send(urls.officeFormQuestion(id, 'place'), {
      ...{ act: 'save', 'label-zh': '在哪里', 'label-en': 'Where' },
      ...{
        'options-site-zh': '工地',
        'options-site-en': 'S',
        'options-road-zh': '路',
        'options-road-en': 'R',
      },
      'options-site-gone': 'yes',
    })
    expect(askedAt(answer)).toContain(urls.officeFormPage(id, 'what'))
  })
})

describe('an option with a number of places', () => {
  test('is told of when it goes, for that number does not come over', async () => {
    const [what, more] = branching.pages
    const [state, ...others] = what?.fields ?? []
    const options = [{ ...option('light', '轻'), quota: 20 }, option('dying', '很重')]
    const counted = { ...state, options, dangerWhen: undefined }
    const pages = [{ ...what, fields: [counted, ...others] }, more]
    const when = { eq: [{ ref: 'state' }, 'light'] }
    const conditions = { ...branching.conditions, is_light: { name: pair('轻'), when } }
    const json = JSON.stringify({ ...branching, process: 'register', pages, conditions })
    await maker().send(urls.officeFormText(id), { json })
    const address = urls.officeFormReplacement(id) + query({ what: 'question', id: 'state' })
    expect(read(await maker().page(address))).toMatch(/定了名额 伤得怎样 · 轻：20 个 .*名额不会转过去/)
    const other = urls.officeFormReplacement(id) + query({ what: 'question', id: 'people' })
    expect(read(await maker().page(other))).not.toContain('名额')
  })
})

describe('a question that is taken out', () => {
  test('is replaced in conditions, values and by what the form is counted, and then gone', async () => {
    const address = askedAt(await maker().send(urls.officeFormQuestion(id, 'people'), { act: 'remove' }))
    const places = read(await maker().page(address))
    expect(places).toMatch(/条件“很严重”.*数值“合计”.*由哪一题知道涉及几个人/)
    await maker().send(address, {
      'form.workersFrom.0': 'answer.helpers',
      'condition.is_bad.0': '-',
      'value.all.0': '-',
    })
    expect(await working()).toMatchObject({
      workersFrom: 'helpers',
      conditions: { is_bad: { when: { eq: [{ ref: 'state' }, 'dying'] } } },
      values: { all: { of: { add: [0, { ref: 'helpers' }] } } },
    })
    expect(JSON.stringify(await working())).not.toContain('"people"')
    expect(await faults()).not.toContain('还不能发布')
  })

  test('with its page takes along what is left of nothing', async () => {
    const address = askedAt(await maker().send(urls.officeFormPage(id, 'what'), { act: 'remove' }))
    const page = await maker().page(address)
    const names = [...page.matchAll(/<select id="([^"]+)"/g)].map(([, name = '']) => name)
    const done = await maker().send(address, Object.fromEntries(names.map((name) => [name, '-'])))
    expect(done.status).toBe(303)
    const left = (await working()) as typeof branching
    expect(left.conditions).toEqual({})
    expect(left.pages).toMatchObject([{ id: 'more' }])
    expect(JSON.stringify(left.pages)).not.toContain('is_bad')
  })
})

test('a condition that is taken out is replaced where pages, questions and others lean on it', async () => {
  const address = askedAt(await maker().send(urls.officeFormCondition(id, 'is_bad'), { act: 'remove' }))
  expect(read(await maker().page(address))).toMatch(
    /条件“在路上”.*什么时候有“细说”这一页.*什么时候必须回答“说说”/,
  )
  await maker().send(address, {
    'condition.is_on_road.0': '-',
    'page.more.0': 'condition.is_on_road',
    'required.story.0': '-',
  })
  const left = (await working()) as typeof branching
  expect(left.conditions).toMatchObject({ is_on_road: { when: { eq: [{ ref: 'place' }, 'road'] } } })
  expect(left.pages[1]).toMatchObject({ show: 'is_on_road' })
  expect(JSON.stringify(left)).not.toContain('"is_bad"')
})
