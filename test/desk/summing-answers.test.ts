import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeAnswerFiles } from '../../src/desk/answers/making.ts'
import { query, urls } from '../../src/urls.ts'
import { bindings } from '../support/signed-in.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, succeeded } from '../support/town/town.ts'
import { here, open } from './desk.ts'

beforeAll(open)
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
  await env.DB.exec('delete from answer_files')
})

const few = { answersInFile: 2 }

async function five() {
  const filed = []
  for (const [matter, people] of [
    ['wages', 3],
    ['wages', 12],
    ['wages', 5],
    ['hours', 40],
    ['hours', 5],
  ] as const)
    filed.push(await here.file({ answers: { matter, people, danger: false, story: '不能数的话' } }))
  return filed
}

const summary = async (asked: Record<string, string> = {}, who = 'officer', changes = {}) =>
  read(await (await (await at(who, changes)).get(urls.deskAnswerSummary('grievance') + query(asked))).text())

test('each question tells how often it was answered, and what was chosen with its share', async () => {
  const [first] = await five()
  const text = await summary()
  expect(text).toContain('共 5 份答案')
  expect(text).toContain('工资没发、少发、拖欠 3 个，60%')
  expect(text).toContain('最小 3 人，中位数 5 人，最大 40 人')
  expect(text).not.toContain('不能数的话')
  if (first) succeeded(await here.workerDoes(first, 'erase_words'))
  expect(await summary()).toContain('工资没发、少发、拖欠 2 个，50%')
  expect(await summary()).toContain('其中 1 份的内容已经删除')
})

test('the same of what the answers are narrowed to', async () => {
  await five()
  expect(await summary({ chosen: 'matter.hours' })).toContain('共 2 份答案')
})

test('only of the cases that this person sees; who reads no case is told no number', async () => {
  await five()
  await here.file({ category: 'harassment', answers: { matter: 'harassment' } })
  expect(await summary()).toContain('共 5 份答案')
  for (const who of ['administrator', 'auditor']) expect(await summary({}, who)).not.toContain('份答案')
})

test('of more than a page opens it is made in slices, and comes to the same', async () => {
  await five()
  const officer = await at('officer', few)
  expect(await summary({}, 'officer', few)).toContain('5 份答案要一份一份打开才能汇总')
  const asked = await officer.post(urls.deskAnswerTables('grievance'), { kind: 'summary' })
  const address = asked.headers.get('location') ?? ''
  for (let turn = 0; turn < 4; turn += 1) await makeAnswerFiles({ ...bindings(), ...few }, monday)
  const made = read(await (await officer.get(address)).text())
  const figures = (text: string) => text.slice(text.indexOf('共 5 份答案'), text.indexOf('最大 40 人'))
  expect(figures(made)).toContain('工资没发、少发、拖欠 3 个，60%')
  expect(figures(made)).toBe(figures(await summary()))
  expect((await officer.post(address)).status).toBe(404)
})
