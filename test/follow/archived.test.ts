import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { readByStaff } from '../../src/cases/reading.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

let here: Town
let held: Held
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
  held = await here.file()
  await here.workerDoes(held, 'write_to_union', { body: 'Call my sister.', key: 'k' })
  await readByStaff(here.scene, here.people.officer, await here.load('officer', held))
  await here.reach(held, 'archived')
})

const secrets = ['No wages since July.', 'Call my sister.', 'Li Na', '13800000000', 'The wages are paid.']

test.each([urls.follow, urls.followData])(
  '%s of an archived case says that the words are gone',
  async (path) => {
    for (const locale of ['zh', 'en'] as const) {
      const answer = await (await phoneOf(held)).get(`${path}?lang=${locale}`)
      expect(answer.status).toBe(200)
      const page = read(await answer.text())
      expect(page).toContain(catalogs[locale].common.removed)
      for (const secret of secrets) expect(page).not.toContain(secret)
    }
  },
)

test('the file of an archived case says when they went, and keeps what was done', async () => {
  const file = await (await phoneOf(held)).get(urls.followDataFile)
  const text = await file.text()
  for (const secret of secrets) expect(text).not.toContain(secret)
  const data = JSON.parse(text)
  expect(data).toMatchObject({ state: 'archived', answers: {}, identity: null, closingLabel: 'solved' })
  expect(data.textsDeletedAt).toBe(data.history.at(-1).at)
})
