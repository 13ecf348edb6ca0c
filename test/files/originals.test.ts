import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepWithOriginal } from '../../src/cases/filed/kept-files.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { files } from '../../src/db/tables/files.ts'
import { stripped } from '../../src/files/stripped.ts'
import { publish } from '../../src/forms/versions.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { urls } from '../../src/urls.ts'
import { formOf, text } from '../forms/examples.ts'
import { holds } from '../support/files/all.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'

const word = 'ABCDEFGHABCDEFGH'
const original = jpeg.make({ word, places: jpeg.places, orientation: 1 })

let here: Town
let held: Held
let id: string
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  held = await filedWithEvidence()
})

async function filedWithEvidence(changes: { anonymous?: boolean; sealed?: boolean } = {}): Promise<Held> {
  const fields = [{ type: 'photo', name: 'proof', label: text('凭据的照片'), evidence: true }]
  const definition = {
    ...formOf(text('t')),
    layout: 'paged',
    pages: [{ id: 'part', title: text('s'), fields }],
  }
  const version = await publish(here.db, { slug: 'evidence', definition, now: clock.now })
  const result = stripped(original)
  if (!version.ok || !result.ok) throw new Error('It is no form, or no photo')
  const kept = await keepWithOriginal(filesIn(env.FILES), { ...result, original })
  id = kept.id
  const proof = [{ file: id, kind: kept.kind, size: kept.size, original: true }]
  const filing = { formVersionId: version.versionId, answers: { proof }, files: [kept] }
  return here.file({ ...filing, ...changes })
}

const link = () => `${urls.deskFile(held.id, id)}?original=1`
const open = async (desk: Awaited<ReturnType<typeof at>>, reason: string) => {
  const turn = String((await here.caseOf(held)).turn)
  return desk.post(urls.deskAct(held.id, 'originals'), { turn, key: 'k', 'originals-reason': reason })
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

describe('what is kept as evidence as it came', () => {
  test('is shown to nobody beside what is left without its metadata', async () => {
    const desk = await at('officer')
    const page = await (await desk.get(urls.deskCase(held.id))).text()
    expect(page).toContain(urls.deskFile(held.id, id))
    expect(page).not.toContain('original=1')
    expect((await desk.get(link())).status).toBe(404)
    const [row] = (await here.db.select().from(files)).filter(({ originalOf }) => originalOf === id)
    expect((await desk.get(urls.deskFile(held.id, row?.id ?? ''))).status).toBe(404)
    const phone = await phoneOf(held)
    expect((await phone.get(urls.followFile(row?.id ?? ''))).status).toBe(404)
    expect(holds(await bytesOf(await phone.get(urls.followFile(id))), word)).toBe(false)
  })

  test('is fetched for an hour by who gave a reason for it, which the worker sees', async () => {
    const desk = await at('officer')
    const opened = await open(desk, '仲裁要核对拍摄时间')
    expect(opened.status).toBe(303)
    expect(read(await (await desk.get(urls.deskCase(held.id))).text())).toContain('下载原件')
    expect(holds(await bytesOf(await desk.get(link())), word)).toBe(true)
    expect((await (await at('countyOfficer')).get(link())).status).toBe(404)
    expect(read(await (await phoneOf(held)).page())).toMatch(/打开了您上传的照片、录音的原件/)
    clock.now = new Date(clock.now.getTime() + 61 * 60_000)
    expect((await (await at('officer')).get(link())).status).toBe(404)
  })

  test('is not opened without a reason, nor where its worker sealed who he is', async () => {
    const desk = await at('officer')
    expect((await open(desk, '')).status).toBe(422)
    held = await filedWithEvidence({ sealed: true })
    expect(await here.mayDo('officer', held)).not.toContain('open_originals')
  })

  test('is fetched no more within that hour, once it may be opened no more', async () => {
    const desk = await at('officer')
    await open(desk, '仲裁要核对拍摄时间')
    expect((await desk.get(link())).status).toBe(200)
    succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
    expect((await desk.get(link())).status).toBe(404)
    expect(read(await (await desk.get(urls.deskCase(held.id))).text())).not.toContain('下载原件')
  })

  test('is not kept of who stays anonymous', async () => {
    held = await filedWithEvidence({ anonymous: true })
    const rows = await here.db.select().from(files).where(eq(files.caseId, held.id))
    expect(rows.map((row) => row.id)).toEqual([id])
    expect(await here.mayDo('officer', held)).not.toContain('open_originals')
    expect((await (await phoneOf(held)).get(urls.followFile(id))).status).toBe(200)
  })

  test('goes with what identifies its worker, and the photo stays', async () => {
    succeeded(await here.workerDoes(held, 'erase_identity'))
    expect((await here.db.select().from(files)).map((row) => row.id)).toEqual([id])
    const noted = (await here.db.select().from(deletions)).map(({ what, count }) => `${what} ${count}`)
    expect(noted.sort()).toEqual(['files 1', 'identity 1'])
    expect(await here.mayDo('officer', held)).not.toContain('open_originals')
    expect((await (await phoneOf(held)).get(urls.followFile(id))).status).toBe(200)
  })

  test('opens under the new key too, when its worker corrects a name', async () => {
    succeeded(await here.workerDoes(held, 'correct', { reason: 'x', details: { worker_name: 'Li' } }))
    const desk = await at('officer')
    await open(desk, '仲裁要核对拍摄时间')
    expect(holds(await bytesOf(await desk.get(link())), word)).toBe(true)
  })

  test('goes with the words of its worker', async () => {
    succeeded(await here.workerDoes(held, 'erase_words'))
    expect(await here.db.select().from(files)).toEqual([])
    expect(await here.mayDo('officer', held)).not.toContain('open_originals')
  })

  test('is nothing of a form that does not ask for it', async () => {
    expect(await here.mayDo('officer', await here.file())).not.toContain('open_originals')
  })
})
