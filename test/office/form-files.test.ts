import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { idIn, makerOf } from '../support/town/making.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'
import { householdSheets, workbookOf } from '../support/workbooks.ts'

let here: Town
let office: Awaited<ReturnType<typeof at>>

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  office = await at('administrator')
})

const textOf = async (address: string) => (await office.get(address)).text()

describe('a form as a file', () => {
  test('is taken out as JSON, and put in it is a form that nobody fills in yet, the same to the byte', async () => {
    const answer = await office.get(urls.officeFormJson('hardship'))
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="huying-hardship-1.json"')
    const file = await answer.text()
    const taken = await office.post(urls.officeFormFile, { json: file, slug: 'help' })
    const id = idIn(taken.headers.get('location'))
    expect(taken.status).toBe(303)
    expect(await textOf(urls.officeFormJson(id))).toBe(file)
    expect((await office.get(urls.form('help'))).status).toBe(404)
  })

  test('comes as a file in a form with parts, too', async () => {
    const file = await textOf(urls.officeFormJson('suggestion'))
    const taken = await office.send(urls.officeFormFile, { slug: 'ideas' }, 'file', new File([file], 'form'))
    expect(await textOf(urls.officeFormJson(idIn(taken.headers.get('location'))))).toBe(file)
  })

  test('is the version that is asked for, or what is being changed', async () => {
    await makerOf(office, 'grievance').begin()
    const page = read(await textOf(urls.officeFormOut('grievance')))
    expect(page).toContain('正在修改的这一份')
    const version = urls.officeFormOut('grievance') + query({ version: 1 })
    expect(read(await textOf(version))).toContain('第 1 版')
    expect((await office.get(urls.officeFormJson('grievance') + query({ version: 9 }))).status).toBe(404)
    expect((await office.get(urls.officeFormOut('none'))).status).toBe(404)
  })

  test.each([
    ['{}', /不是一份表/],
    ['{"title"', /不是有效的 JSON/],
    ['', /请选一个文件/],
    ['{"pages":[{"id":"a","fields":[{"type":"telepathy"}]}]}', /只能是这些之一/],
  ])('that is none is refused with words: %s', async (json, said) => {
    const answer = await office.post(urls.officeFormFile, { json, slug: 'none' })
    expect(read(await answer.text())).toMatch(said)
    expect(await here.db.select().from(workingCopies)).toEqual([])
  })

  test('that is nested thousands deep is refused at its field', async () => {
    const deep = `{"pages":${'['.repeat(5000)}${']'.repeat(5000)}}`
    const answer = await office.send(urls.officeFormFile, { slug: 'none' }, 'file', new File([deep], 'form'))
    expect(answer.status).toBe(422)
    expect(read(await answer.text())).toContain('套得太多层')
  })

  test('that is too large, or no text, is refused', async () => {
    const send = (file: File) => office.send(urls.officeFormFile, { slug: 'none' }, 'file', file)
    const large = await send(new File(['x'.repeat(1024 * 1024 + 1)], 'form'))
    expect(read(await large.text())).toContain('超过 1 MB')
    const noText = await send(new File([new Uint8Array([0xff, 0xfe, 0xfd])], 'form'))
    expect(read(await noText.text())).toContain('读不出这个文件')
  })

  test('under an address that is taken says so, and that the file is to be chosen again', async () => {
    const file = await textOf(urls.officeFormJson('suggestion'))
    const sent = await office.send(urls.officeFormFile, { slug: 'safety' }, 'file', new File([file], 'form'))
    expect(read(await sent.text())).toMatch(/文件没有留下.*已经有这个网址名称/)
  })

  test('goes out as an XLSForm, after what that does not say, and comes in as a form again', async () => {
    const page = read(await textOf(urls.officeFormOut('hardship')))
    expect(page).toMatch(/XLSForm 里写不下的，有 \d+ 处.*“您的姓名”：.*再导入也是这样/)
    const answer = await office.get(urls.officeFormXlsx('hardship'))
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="huying-hardship-1.xlsx"')
    const file = new File([await answer.arrayBuffer()], 'form.xlsx')
    const taken = await office.send(urls.officeFormFile, { slug: 'help' }, 'file', file)
    const id = idIn(taken.headers.get('location'))
    expect(taken.status).toBe(303)
    expect(await textOf(urls.officeForm(id))).toContain('申请困难帮扶')
    expect(read(await textOf(urls.officeFormPublish(id)))).toContain('这是第一次发布')
  })

  test('that came as an XLSForm says what of it is not said here, and where that stands', async () => {
    const file = new File([await workbookOf(householdSheets)], 'form.xlsx')
    const taken = await office.send(urls.officeFormFile, { slug: 'home' }, 'file', file)
    const page = read(await taken.text())
    expect(page).not.toContain('没有保存')
    expect(page).toMatch(/导入了，还没有发布.*survey 第 2 行.*start.*survey 第 3 行 名称换成了.*Home → home/)
    const [copy] = await here.db.select().from(workingCopies)
    expect(copy).toMatchObject({ slug: 'home', definition: { title: { zh: '家里的事' } } })
    expect(read(await textOf(urls.officeFormPages(copy?.id ?? '')))).toContain('家里')
  })

  test.each<[string, Parameters<typeof workbookOf>[0], RegExp]>([
    ['no survey', { Sheet1: [['a']] }, /没有叫 survey 的工作表/],
    [
      'too many rows',
      { survey: [['type', 'name'], ...Array.from({ length: 1002 }, () => ['text', 'a'])] },
      /超过 1000 行/,
    ],
  ])('that is an XLSForm of %s is refused with words', async (_, sheets, said) => {
    const file = new File([await workbookOf(sheets)], 'form.xlsx')
    const answer = await office.send(urls.officeFormFile, { slug: 'none' }, 'file', file)
    expect(read(await answer.text())).toMatch(said)
    expect(await here.db.select().from(workingCopies)).toEqual([])
  })
})
