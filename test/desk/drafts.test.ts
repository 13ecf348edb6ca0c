import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { drafts } from '../../src/db/tables/keeping.ts'
import { forgetDrafts } from '../../src/keeping/drafts.ts'
import { urls } from '../../src/urls.ts'
import { at, turnIn } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import type { Held } from '../support/town/town.ts'
import { here, open } from './desk.ts'

beforeAll(open)

const words = { 'note-reason': '去过车间，机器停着。', 'message-body': '我明天到厂里。' }

async function begun() {
  const held = await here.given('investigating')
  const desk = await at('handler')
  const page = await (await desk.get(urls.deskCase(held.id))).text()
  return { held, desk, turn: turnIn(page) }
}

const pageFor = async (who: string, held: Pick<Held, 'id'>) =>
  (await (await at(who)).get(urls.deskCase(held.id))).text()

test('what a cadre puts aside is there on any computer, open in its form, for him alone', async () => {
  const { held, desk, turn } = await begun()
  const sent = await desk.post(urls.deskDraft(held.id), { ...words, turn, step: 'keep' })
  const page = await (await desk.get(sent.headers.get('location') ?? '')).text()
  expect(page).toContain('草稿存好了')
  const elsewhere = await pageFor('handler', held)
  for (const text of Object.values(words)) expect(elsewhere).toContain(text)
  expect(elsewhere).toMatch(/<details class="act" open[^>]*><summary>记一笔/)
  expect(await pageFor('officer', held)).not.toContain(words['note-reason'])
})

test('an act takes its own words along and leaves the others, also those that were never put aside', async () => {
  const { held, desk, turn } = await begun()
  await desk.post(urls.deskAct(held.id, 'note'), { ...words, turn })
  const page = await pageFor('handler', held)
  expect(page).toContain(`>${words['message-body']}</textarea>`)
  expect(page).not.toContain(`>${words['note-reason']}</textarea>`)
})

test('emptied fields leave no draft, and neither boxes nor lists are one', async () => {
  const { held, desk, turn } = await begun()
  await desk.post(urls.deskDraft(held.id), { ...words, turn })
  await desk.post(urls.deskDraft(held.id), { 'note-reason': '', 'extension-request-days': '9', turn })
  expect(await pageFor('handler', held)).not.toContain(words['note-reason'])
})

test('whoever does not see the case keeps nothing on it', async () => {
  const { held, turn } = await begun()
  const answer = await (await at('stranger')).post(urls.deskDraft(held.id), { ...words, turn })
  expect(answer.status).toBe(404)
})

test('it is forgotten after a month, or once the case is archived', async () => {
  const { held, desk, turn } = await begun()
  await desk.post(urls.deskDraft(held.id), { ...words, turn })
  await forgetDrafts({ db: here.db, now: days(29) })
  expect(await pageFor('handler', held)).toContain(words['note-reason'])
  await forgetDrafts({ db: here.db, now: days(31) })
  expect(await pageFor('handler', held)).not.toContain(words['note-reason'])
  await desk.post(urls.deskDraft(held.id), { ...words, turn })
  await here.db.update(cases).set({ state: 'archived' }).where(eq(cases.id, held.id))
  await forgetDrafts({ db: here.db, now: days(1) })
  expect(await here.db.$count(drafts, eq(drafts.caseId, held.id))).toBe(0)
})
