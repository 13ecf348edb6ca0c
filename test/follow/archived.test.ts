import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { readByStaff, writeToUnion } from '../../src/cases/messages.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { type Held, monday, type World, world } from '../support/world.ts'
import { clock, phoneOf, read } from './phone.ts'

let here: World
let held: Held
beforeAll(async () => {
  clock.now = monday
  here = await world(env.DB)
  held = await here.fileCase()
  await writeToUnion(here.scene, await here.asWorker(held), { body: 'Call my sister.', key: 'k' })
  await readByStaff(here.scene, here.people.officer, await here.load('officer', held.id))
  await here.advance(held, 'archived')
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
