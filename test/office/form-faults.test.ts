import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { standardForms } from '../../src/forms/standard/all.ts'
import { query, urls } from '../../src/urls.ts'
import { refused } from '../forms/refused-definitions.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, town } from '../support/town/town.ts'

let phone: Awaited<ReturnType<typeof at>>
beforeAll(async () => {
  clock.now = monday
  await town(env.DB)
  phone = await at('administrator')
})

/** What stands under the heading of what is to be corrected. */
async function told(json: string, lang: 'zh' | 'en'): Promise<string> {
  const answer = await phone.post(urls.officeForms + query({ lang }), { slug: 'broken', json })
  expect(answer.status).toBe(422)
  return read((await answer.text()).match(/<div class="summary".*?<\/div>/s)?.[0] ?? '')
}

/** A word of the program, which says nothing to anybody else. */
const code = /[a-z]+_[a-z_]+|undefined|Invalid|Expected|\bat position\b/

test.each(refused)(
  'a definition with %s is told in a sentence, in both languages',
  async (_, definition, fault) => {
    const json = JSON.stringify(definition)
    const [zh, en] = [await told(json, 'zh'), await told(json, 'en')]
    for (const text of [zh, en]) {
      // What is offered is what is to be typed.
      if (fault !== 'not_offered') expect(text).not.toMatch(code)
    }
    expect(zh).toMatch(/\p{Script=Han}{2}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  },
)

test('it is said where, as a reader of the form counts', async () => {
  const [section, ...others] = standardForms.suggestion?.pages ?? []
  const fields = section?.fields.map((it, at) => (at === 1 ? { ...it, label: { zh: '', en: 'Empty' } } : it))
  const broken = { ...standardForms.suggestion, pages: [{ ...section, fields }, ...others] }
  expect(await told(JSON.stringify(broken), 'zh')).toContain('第 1 页，第 2 题，label.zh：不能空着')
  expect(await told(JSON.stringify(broken), 'en')).toContain(
    'Page 1, question 2, label.zh: this may not be empty',
  )
})

test.each([
  ['{\n  "title" oops\n}', '第 2 行第 11 个字符'],
  ['{\n  "title": "cut off', '第 2 行'],
  ['[', '请检查引号、逗号和括号'],
])('what is no JSON is told by its place: %j', async (json, place) => {
  expect(await told(json, 'zh')).toContain(place)
  expect(await told(json, 'zh')).not.toMatch(code)
})
