import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/universal'
import { query, urls } from '../../src/urls.ts'
import { fillIn, press } from '../pictures/ways.ts'
import { seedFederation } from '../support/federation.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { expect, test } from '../support/journey.ts'
import { maker } from './road/making.ts'
import { button } from './road/page-by-page.ts'
import { signIn } from './road/people.ts'
import { readBy } from './road/reading-codes.ts'
import { contextOf, traveller } from './road/traveller.ts'
import { receiptOn } from './road/worker.ts'

const manner = { locale: 'zh', scripts: false, axe: false } as const
const photo = jpeg.make({ word: 'ABCDEFGHABCDEFGH', places: jpeg.places, orientation: 6 })

test('a form is made on a phone, hung up, filled in, changed, taken back, and read in one table', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const officer = traveller(await visit(contextOf(manner)), manner)
  await signIn(officer, 'ding.yiming', urls.office)
  const form = maker(officer)

  // Three pages: one that decides, one for each of several months, one for a photo.
  await form.begin('owed', '被拖欠的钱', 'Money owed')
  await form.addPage('欠了什么', 'What is owed')
  const offered = '工资 | Wages\n押金 | Deposit\n加班费 | Overtime pay'
  await form.addQuestion('choice', '欠的是什么？', '', { required: 'yes', 'options-more': offered })
  await form.addQuestion('long_text', '请说说经过', 'What happened?', { required: 'yes' })
  const several = { kind: 'repeat', 'one-zh': '欠薪月份', 'one-en': 'Month', least: '1', most: '6' }
  await form.addPage('哪几个月', 'Which months', several)
  await form.addQuestion('month', '哪个月', 'Which month', { required: 'yes' })
  await form.addQuestion('money', '多少钱', 'How much', { required: 'yes' })
  await form.addPage('凭据', 'Proof')
  await form.addQuestion('photo', '凭据的照片', 'Photos of proof', { most: '2' })
  await form.showWhen('哪几个月', '欠的是工资', '欠的是什么？', '工资')

  // What is not in English yet is said, and written beside the Chinese.
  await officer.open(`${form.home()}/publish`)
  expect(await officer.text()).not.toContain('现在发布')
  await officer.open(`${form.home()}/translation`)
  await officer.page.getByLabel('欠的是什么？').fill('What is owed to you?')
  await officer.send('/translation')

  // The trial shows the way for what was chosen, and keeps nothing.
  await officer.open(`${form.home()}/preview`)
  for (const [chosen, months] of [
    ['押金', false],
    ['工资', true],
  ] as const) {
    await officer.page.getByLabel(chosen, { exact: true }).check({ force: true })
    await officer.page.getByLabel('请说说经过').fill('九月没有发')
    await officer.send('/preview')
    const way = await officer.page.locator('main ol').first().innerText()
    expect(way.includes('哪几个月'), chosen).toBe(months)
  }
  await form.publish()

  // Two sites of it come out of a table and are printed; a worker reads the code off the second poster.
  const lines = ['东门\tEast gate', '食堂\tCanteen'].map((place) => `${place}\t临溪青棉纺织有限公司\towed`)
  await officer.open(urls.officeBatches)
  await fillIn({ table: lines.join('\n') })(officer.page)
  for (const step of ['look', 'add']) await press(`main [name="step"][value="${step}"]`)(officer.page)
  const { pathname, searchParams } = new URL(officer.page.url())
  expect(pathname).toBe(urls.officePosters)
  const sharp = traveller(await visit({ deviceScaleFactor: 3 }), manner)
  await signIn(sharp, 'ding.yiming', urls.office)
  await sharp.open(pathname + query({ ...Object.fromEntries(searchParams), size: 'a5' }))
  const posters = await sharp.page.locator('.poster svg').all()
  expect(posters).toHaveLength(2)
  const scanned = await readBy(sharp.page, (await posters[1]?.screenshot()) ?? Buffer.of(), 'plain')
  if (!scanned?.startsWith(huying.url.toUpperCase())) throw new Error(`A poster says ${scanned}`)

  // He files what is asked now.
  await fileBy(await visit(contextOf(manner)), scanned, { owed: '工资', story: '九月十月没有发' })

  // An option is called otherwise, another is offered no more: said before it is published.
  await form.beginNext()
  await form.change('欠了什么', '欠的是什么？', async (page) => {
    await page.locator('[name^="options-"][name$="-zh"]').nth(1).fill('押金、保证金')
    await page.locator('[name^="options-"][name$="-gone"]').nth(2).check({ force: true })
  })
  const said = await form.publish()
  expect(said).toContain('押金、保证金')
  expect(said).toContain('加班费')
  const worker = await visit(contextOf(manner))
  await worker.goto(scanned)
  const asked = await worker.locator('main').innerText()
  expect(asked).toContain('押金、保证金')
  expect(asked).not.toContain('加班费')
  await fileBy(worker, scanned, { owed: '押金、保证金', story: '押金不退' })

  // The difference can be read afterwards; and what was before comes back as a version of its own.
  await officer.open(`${form.home()}/versions/2${query({ against: 1 })}`)
  expect(await officer.text()).toContain('押金、保证金')
  await officer.open(`${form.home()}/versions/1`)
  await officer.send('/work')
  await officer.send('/publish')
  await worker.goto(scanned)
  expect(await worker.locator('main').innerText()).toContain('加班费')

  // Both versions are one table, in the words that each worker read.
  const cadre = traveller(await visit({ ...contextOf(manner), acceptDownloads: true }), manner)
  await signIn(cadre, 'wu.xiaolan')
  await cadre.open(urls.deskForms)
  await press('main .what:has-text("被拖欠的钱")')(cadre.page)
  await press('main a[href*="/answers/tables"]')(cadre.page)
  const [download] = await Promise.all([
    cadre.page.waitForEvent('download'),
    cadre.page.locator('form[action$=".xlsx"] button').first().click(),
  ])
  const [heads = [], ...rows] = await readSheet(new Uint8Array(readFileSync(await download.path())).buffer)
  const column = (label: string) => heads.findIndex((head) => String(head).startsWith(label))
  const cells = rows.map((row) =>
    ['表单版本', '欠的是什么？', '请说说经过'].map((label) => row[column(label)]),
  )
  expect(cells).toEqual([
    [1, '工资', '九月十月没有发'],
    [2, '押金、保证金', '押金不退'],
  ])
})

test('of two officers who change one question neither loses a word', async ({ huying, visit }) => {
  await seedFederation(huying)
  const [one, two] = [
    traveller(await visit(contextOf(manner)), manner),
    traveller(await visit(contextOf(manner)), manner),
  ]
  for (const officer of [one, two]) await signIn(officer, 'ding.yiming', urls.office)
  const form = maker(one)
  await form.begin('both', '两个人写的表', 'A form by two')
  await form.addPage('第一页', 'First page')
  await form.addQuestion('text', '第一题', 'First question')
  await form.openQuestion('第一页', '第一题')
  await two.open(new URL(one.page.url()).pathname)

  await one.page.locator('[name="hint-zh"]').fill('甲写的提示')
  await form.save()
  await two.page.locator('[name="label-zh"]').fill('乙改的题目')
  await press('main button[name="act"][value="save"]')(two.page)
  expect(await two.text()).toContain('丁一鸣')
  expect(await two.text()).toContain('甲写的提示')
  expect(await two.page.locator('[name="label-zh"]').inputValue()).toBe('乙改的题目')

  // He takes over what the other wrote, and both is there.
  await two.page.locator('[name="hint-zh"]').fill('甲写的提示')
  await press('main button[name="act"][value="save"]')(two.page)
  await form.openQuestion('第一页', '乙改的题目')
  expect(await one.page.locator('[name="hint-zh"]').inputValue()).toBe('甲写的提示')
})

/** A worker on his way through it, by what he reads, until he has his receipt. */
async function fileBy(page: Page, address: string, { owed, story }: { owed: string; story: string }) {
  await page.goto(address)
  await page.getByLabel(owed, { exact: true }).check({ force: true })
  await page.getByLabel('请说说经过').fill(story)
  await press(button('next'))(page)
  for (const at of owed === '工资' ? [1, 2] : []) {
    if (at > 1) await press(button('add'))(page)
    const month = page.getByRole('group', { name: '哪个月' }).nth(at - 1)
    await month.getByLabel('年').fill('2026')
    await month.getByLabel('月', { exact: true }).fill(String(8 + at))
    await page
      .getByLabel(/^多少钱/)
      .nth(at - 1)
      .fill('3200')
  }
  if (owed === '工资') await press(button('next'))(page)
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) })
  await press(button('attach'))(page)
  await press(button('next'))(page)
  await page.locator('main [name="named"][value="no"]').check({ force: true })
  await press(button('next'))(page)
  await press(button('send'))(page)
  expect(await receiptOn({ page })).toMatch(/^\w{16}$/)
}
