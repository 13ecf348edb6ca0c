import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { csvRows } from '../../src/exports/reading-csv.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { makerOf } from '../support/town/making.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
let office: Awaited<ReturnType<typeof at>>

const id = 'suggestion'
const { suggestion } = standardForms
const title = 'form.title'
const [page, table] = [urls.officeFormTranslation(id), urls.officeFormTranslationTable(id)]

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  office = await at('administrator')
  await makerOf(office, id).begin()
})

const maker = () => makerOf(office, id)
const sheet = async () => (await office.get(urls.officeFormTranslationCsv(id))).text()
/** Brings a table back, as a file or pasted. */
const file = (text: string | Uint8Array<ArrayBuffer>) =>
  office.send(table, {}, 'file', new File([text], 'texts.csv', { type: 'text/csv' }))
const pasted = (text: string) => office.send(table, { table: text }, 'file', new File([], ''))
const working = async () => (await here.db.select().from(workingCopies))[0]?.definition
const turnIn = (html: string) => /name="turn" value="(\d+)"/.exec(html)?.[1] ?? ''
/** Changes what the form is called in Chinese. */
async function renamed(zh: string) {
  const json = JSON.stringify({ ...suggestion, title: { ...suggestion?.title, zh } })
  await maker().send(urls.officeFormText(id), { json })
}

describe('English that is older than its Chinese', () => {
  test('is marked as soon as the Chinese changes, until it is changed or said to be right', async () => {
    expect(read(await maker().page(page))).toContain('都译好了')
    await renamed('金点子')
    expect(read(await maker().page(page))).toMatch(/1 处中文改过，英文没改.*金点子 中文改过 · 整份表 · 名称/)
    await maker().send(page, { [title]: suggestion?.title.en ?? '' })
    expect(read(await maker().page(page))).toContain('1 处中文改过')
    await maker().send(page, { [title]: suggestion?.title.en ?? '', [`still-${title}`]: 'yes' })
    expect(read(await maker().page(page))).toContain('都译好了')
    await renamed('好点子')
    await maker().send(page, { [title]: 'Bright ideas' })
    expect(read(await maker().page(page))).toContain('都译好了')
  })

  test('is so in a copy as well, of a question and of a page', async () => {
    const [first] = suggestion?.pages ?? []
    const [one] = first?.fields ?? []
    if (!first || !one) throw new Error('The form asks nothing')
    const question = urls.officeFormQuestion(id, one.name)
    const changed = { 'label-zh': '您想说点什么？', 'label-en': one.label.en }
    await maker().send(question, { act: 'save', ...changed })
    await maker().send(question, { act: 'duplicate', ...changed })
    expect(read(await maker().page(page))).toContain('2 处中文改过')
    await maker().send(urls.officeFormPage(id, first.id), {
      ...{ act: 'duplicate', 'title-zh': '改了的标题', 'title-en': first.title.en },
    })
    expect(read(await maker().page(page))).toContain('6 处中文改过')
  })

  test('is still so once it is published and changed anew', async () => {
    await renamed('金点子')
    await maker().publish()
    expect(read(await maker().page(urls.officeForm(id)))).toContain('金点子')
    await maker().begin()
    expect(read(await maker().page(page))).toContain('1 处中文改过')
  })
})

describe('a table for a translator', () => {
  test('has each text with its place, and says which is to be done', async () => {
    await renamed('金点子')
    const rows = csvRows(await sheet())
    expect(rows[0]).toEqual(['id', 'where', 'zh', 'en', 'status'])
    expect(rows).toContainEqual([title, '整份表 · 名称', '金点子', suggestion?.title.en, '中文改过'])
    expect(rows.some(([, , , , status]) => status === '好了')).toBe(true)
  })

  test('shows what it changes, and changes it once that is saved', async () => {
    const changed = (await sheet()).replace(suggestion?.title.en ?? '', '"Ideas, ""bright"" ones"')
    const shown = await (await file(changed)).text()
    expect(read(shown)).toMatch(/还没有存.*改了 1 处.*原来：/)
    expect(await working()).toMatchObject({ title: suggestion?.title })
    await office.post(page, { turn: turnIn(shown), [title]: 'Ideas, "bright" ones' })
    expect(await working()).toMatchObject({ title: { en: 'Ideas, "bright" ones' } })
  })

  test.each([
    ['pasted from a spreadsheet', `id\tzh\ten\n${title}\t${suggestion?.title.zh}\tIdeas`],
    ['with semicolons', `\uFEFFid;zh;en\r\n${title};${suggestion?.title.zh};Ideas\r\n`],
    ['with other columns', `zh,en,x,ID\n${suggestion?.title.zh},Ideas,?,${title}`],
  ])('may come back %s', async (_, text) => {
    expect(await (await pasted(text)).text()).toContain(`name="${title}" type="text" value="Ideas"`)
  })

  test('may come back as a spreadsheet in Chinese saves it', async () => {
    // “意见建议” in GB 18030.
    const words = [0xd2, 0xe2, 0xbc, 0xfb, 0xbd, 0xa8, 0xd2, 0xe9]
    await renamed('意见建议')
    const [head, tail] = [`id,zh,en\n${title},`, ',Ideas'].map((it) => [...new TextEncoder().encode(it)])
    const bytes = new Uint8Array([...(head ?? []), ...words, ...(tail ?? [])])
    expect(read(await (await file(bytes)).text())).toContain('改了 1 处')
  })

  test('takes nothing silently that was made from other Chinese, nor what it does not know', async () => {
    const old = await sheet()
    await renamed('金点子')
    const changed = old.replace(suggestion?.title.en ?? '', 'Ideas')
    const shown = await (await file(`${changed}nothing.here,,没有这句,Not here,\r\n`)).text()
    expect(read(shown)).toMatch(/没有收 nothing.here · 没有这句 · Not here/)
    expect(read(shown)).toMatch(/有 1 处，中文在这期间改过.*用对方的：Ideas/)
    const turn = turnIn(shown)
    await office.post(page, { turn, [title]: suggestion?.title.en ?? '' })
    expect(await working()).toMatchObject({ title: suggestion && { ...suggestion.title, zh: '金点子' } })
    await maker().send(page, { [title]: suggestion?.title.en ?? '', [`use-${title}`]: 'Ideas' })
    expect(await working()).toMatchObject({ title: { zh: '金点子', en: 'Ideas' } })
  })

  test('may say that what is older is right as it is', async () => {
    await renamed('金点子')
    const shown = await (await file((await sheet()).replace('中文改过', '好了'))).text()
    expect(read(shown)).toMatch(/英文不用改的 金点子 → /)
    await office.post(page, {
      turn: turnIn(shown),
      [title]: suggestion?.title.en ?? '',
      [`still-${title}`]: 'yes',
    })
    expect(read(await maker().page(page))).toContain('都译好了')
  })

  test('changes nothing where somebody else has been there meanwhile, before that is told', async () => {
    await here.person('second', [['administrator', 'federation']])
    const other = makerOf(await at('second'), id)
    const shown = await (await file((await sheet()).replace(suggestion?.title.en ?? '', 'Ideas'))).text()
    await other.send(page, { [title]: 'Theirs' })
    const late = await office.post(page, { turn: turnIn(shown), [title]: 'Ideas' })
    expect(late.status).toBe(409)
    const told = await late.text()
    expect(read(told)).toContain('刚才也改了这份表')
    expect(told).toContain('value="Ideas"')
    expect(await working()).toMatchObject({ title: { en: 'Theirs' } })
  })

  test.each([
    ['nothing', '', '请选一个文件'],
    ['a text without these columns', 'a,b\n1,2', 'id、zh、en'],
    ['more than it takes', `id,zh,en\n${'字'.repeat(100_000)}`, '太大了'],
  ])('is not read where it is %s', async (_, text, why) => {
    const answer = await pasted(text)
    expect(answer.status).toBe(422)
    expect(read(await answer.text())).toContain(why)
  })

  test('is not read where it is no text', async () => {
    const answer = await file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff, 0xff]))
    expect([answer.status, read(await answer.text())]).toEqual([422, expect.stringContaining('存成 CSV')])
  })
})
