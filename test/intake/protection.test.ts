import { beforeAll, expect, test } from 'vitest'
import { query, urls } from '../../src/urls.ts'
import { found, sites, visitor } from './visitor.ts'

beforeAll(found)

test('who can see what is written stands at one address, in both languages, light and without a cookie', async () => {
  for (const [lang, said] of [
    ['zh', ['谁看得到您写的', '我们保证不了的', '微信', '法院', '五个星期']],
    ['en', ['Who can see what you write', 'What we cannot promise', 'WeChat', 'A court', 'five weeks']],
  ] as const) {
    const answer = await visitor().get(urls.protection + query({ lang }))
    const page = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('filer')
    for (const words of said) expect(page).toContain(words)
    // His tab says nothing, and the way out is at the head.
    expect(page).toContain(`href="${urls.away}"`)
    expect(page).not.toMatch(/<title>[^<]*(?:谁看得到|Who can)/)
    expect(new TextEncoder().encode(page).length).toBeLessThan(10_000)
  }
})

test.each([urls.home, sites.grievance, urls.form('safety')])('%s leads there', async (path) => {
  expect(await (await visitor().get(path)).text()).toContain(`href="${urls.protection}"`)
})

test.each([
  [sites.grievance, '不封存的话，办理的人写明理由才能看；每一次您都查得到。'],
  [urls.form('safety'), '姓名和电话会封存，工会里谁也打不开，要您先打开。'],
])('who can open a name is said where he leaves it: %s', async (path, said) => {
  expect(await (await visitor().get(path)).text()).toContain(said)
})
