import { beforeAll, expect, test } from 'vitest'
import { grievance } from '../../src/forms/standard/grievance.ts'
import { urls } from '../../src/urls.ts'
import { employers } from '../support/town/places.ts'
import { found, sites, visitor } from './visitor.ts'

beforeAll(found)

const opened = async (path: string) => (await visitor().get(path)).text()

/** What is read before the first question, with what is folded and without. */
async function beforeQuestions(path: string) {
  const [, head = ''] = /<main id="main">([\s\S]*?)<form/.exec(await opened(path)) ?? []
  return { whole: head, unfolded: head.replace(/<details>[\s\S]*?<\/details>/, '') }
}

test('before the first question stand who reads it and for how long, in two lines; the rest is folded', async () => {
  const { whole, unfolded } = await beforeQuestions(sites.grievance)
  expect(unfolded.match(/<p class="hint">/g)).toHaveLength(2)
  expect(unfolded).toContain('您单位的管理人员看不到')
  expect(unfolded).toContain('办结后保存 3 年')
  for (const text of [grievance.readers.zh, grievance.use.zh, '您的权利']) {
    expect(unfolded).not.toContain(text)
    expect(whole).toContain(text)
  }
})

test('the numbers for danger come first, in the least room', async () => {
  const { unfolded } = await beforeQuestions(sites.safety)
  expect(unfolded.indexOf('tel:110')).toBeGreaterThan(0)
  expect(unfolded.indexOf('tel:110')).toBeLessThan(unfolded.indexOf('管理人员看不到'))
  expect(unfolded).not.toContain('再回来填写')
})

test('employer and place are said once, and what the site has answered is not asked', async () => {
  const page = await opened(sites.grievance)
  const { zh } = employers.works.name
  expect(page.split(zh)).toHaveLength(2)
  expect(page).toContain(`${zh} · 一号门`)
  expect(page).not.toContain('您的单位</h2>')
  expect(await opened(urls.form('grievance'))).toContain('您的单位</h2>')
})
