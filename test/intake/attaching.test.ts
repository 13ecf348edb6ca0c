import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetFiles } from '../../src/cases/forgetting-files.ts'
import { draftFiles, files } from '../../src/db/tables/files.ts'
import { kindOfFile } from '../../src/files/kind-of-file.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { publish } from '../../src/forms/versions.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { empty } from '../support/emptying.ts'
import { holds } from '../support/files/all.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { mp3 } from '../support/files/mp3.ts'
import type { Maker } from '../support/files/pieces.ts'
import { png } from '../support/files/png.ts'
import { read } from '../support/town/pages.ts'
import { fillingIn } from './filling-in.ts'
import { clock, codeIn, db, found, lastCase, visitor } from './visitor.ts'

const path = urls.form('proven')
const word = 'ABCDEFGHABCDEFGH'
const fileOf = ({ make, places }: Maker) =>
  new File([make({ word, places, orientation: 1 })], 'IMG_Li_Na.jpg', { type: 'text/html' })
const [photo, another, voice] = [fileOf(jpeg), fileOf(png), fileOf(mp3)]

beforeEach(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  for (const name of await lying()) await env.FILES.delete(name)
  await found()
  await published(proven)
})

async function published(definition: object) {
  const result = await publish(db, { slug: 'proven', definition, now: clock.now })
  if (!result.ok) throw new Error(JSON.stringify(result))
  forgetForms()
}

const lying = async () => (await env.FILES.list({ prefix: 'cases/files/' })).objects.map(({ key }) => key)
const named = async () => (await db.select().from(draftFiles)).map(({ id }) => `cases/files/${id}`)
const linkIn = (page: string) =>
  /href="([^"]*[?&](?:amp;)?file=\w+[^"]*)/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
const takeOutIn = (page: string) => /value="(takeout-\w+)"/.exec(page)?.[1] ?? ''

/** Somebody who has come to the page with photos. */
async function atProof(refusesCookies = false) {
  const worker = fillingIn(visitor({ refusesCookies }), path)
  await worker.open()
  await worker.next({ owed: 'deposit', danger: 'no' })
  await worker.next({ story: '押金没退' })
  return worker
}

describe.each([
  ['a browser that keeps cookies', false],
  ['one that keeps none', true],
])('files among the questions of a form, in %s', (_, refusesCookies) => {
  test('come one by one, and are filed with the answers, without their metadata', async () => {
    const worker = await atProof(refusesCookies)
    expect(read(await worker.attach('proof', photo, { what_proof: '收据' }))).toMatch(
      /还可以传 1 个.*照片（1 KB）/,
    )
    expect(worker.page()).toContain('value="收据"')
    // One that was chosen and not yet sent goes along with the step.
    expect(read(await worker.attach('proof', another, { what_proof: '收据' }, 'next'))).toContain(
      '说给我们听',
    )
    expect(read(await worker.attach('spoken', voice))).toMatch(/传满 1 个.*录音（1 KB）/)
    await worker.next({})
    const check = read(await worker.next({ named: 'no', agreed: 'yes' }))
    expect(check).toMatch(/凭据的照片 照片（1 KB）、照片（1 KB）.*说给我们听 录音（1 KB）/)
    clock.now = new Date(clock.now.getTime() + 60_000)
    const receipt = await worker.press('send')
    expect(read(receipt)).toContain('您的查询码')
    const { proof, spoken } = JSON.parse(String((await lastCase()).answers))
    const rows = await db.select().from(files)
    expect(new Set(rows.map(({ id }) => id))).toEqual(
      new Set([...proof, ...spoken].map(({ file }: { file: string }) => file)),
    )
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['jpeg', 'mp3', 'png'])
    expect((await lying()).sort()).toEqual(rows.map(({ id }) => `cases/files/${id}`).sort())
    expect(await named()).toEqual([])
    const follower = visitor()
    await follower.post(urls.follow, { receipt: codeIn(receipt) })
    const answers = await (await follower.get(urls.follow)).text()
    const addresses = [...answers.matchAll(/href="(\/follow\/files\/[^"]+)" *>下载/g)].map(
      ([, it]) => it ?? '',
    )
    const bodies = await Promise.all(
      addresses.map(
        async (it) => new Uint8Array(await (await follower.get(it.replaceAll('&amp;', '&'))).arrayBuffer()),
      ),
    )
    expect(bodies.map((bytes) => kindOfFile(bytes))).toEqual(['jpeg', 'png', 'mp3'])
    for (const bytes of bodies) expect(holds(bytes, word)).toBe(false)
  })

  test('that cannot be taken are refused with words, and what was typed stays', async () => {
    const worker = await atProof(refusesCookies)
    const page = await worker.attach('proof', voice, { what_proof: '收据' })
    expect(read(page)).toContain('凭据的照片：这里只收照片')
    expect(page).toContain('href="#proof"')
    expect(page).toContain('value="收据"')
    const document = new File(['%PDF-1.7'], 'pay.jpg', { type: 'image/jpeg' })
    expect(read(await worker.attach('proof', document))).toContain('凭据的照片：这里只收照片')
    expect(await lying()).toEqual([])
  })

  test('are asked for where the button for them is pressed with none chosen', async () => {
    const worker = await atProof(refusesCookies)
    const page = await worker.attach('proof', new File([], ''), { what_proof: '收据' })
    expect(read(page)).toContain('凭据的照片：请先选一个，再点“上传”')
    expect(page).toContain('value="收据"')
  })

  test('are to be chosen again where their form was begun too long ago, and nothing says that it is kept', async () => {
    const worker = await atProof(refusesCookies)
    clock.now = new Date(clock.now.getTime() + 29 * 24 * 3_600_000)
    const page = read(await worker.attach('proof', photo, { what_proof: '收据' }))
    expect(page).toContain('没有保存任何内容')
    expect(page).toContain('刚才选的文件没有保存，请再选一次')
    expect(page).not.toContain('已存好')
    expect(worker.page()).toContain('value="收据"')
    expect(await lying()).toEqual([])
    expect(read(await worker.attach('proof', photo, { what_proof: '收据' }))).toContain('已存好')
  })

  test('are asked for where they are required', async () => {
    const worker = await atProof(refusesCookies)
    expect(read(await worker.next({ what_proof: '收据' }))).toContain('请上传：凭据的照片')
  })

  test('are one where the same is sent twice, and as many as the question takes', async () => {
    const worker = await atProof(refusesCookies)
    await worker.attach('proof', photo)
    await worker.attach('proof', photo)
    expect(await lying()).toHaveLength(1)
    await worker.attach('proof', another)
    const third = new File(
      [jpeg.make({ word: 'ZYXWVUTSZYXWVUTS', places: jpeg.places, orientation: 8 })],
      'c',
    )
    expect(read(await worker.attach('proof', third))).toContain('凭据的照片：最多 2 个，现在有 3 个')
    expect(await lying()).toHaveLength(2)
  })
})

describe('a file of a form that is not sent yet', () => {
  test('is looked at by the browser that goes on with it, and by no other', async () => {
    const browser = visitor()
    const worker = fillingIn(browser, path)
    await worker.open()
    await worker.next({ owed: 'deposit', danger: 'no' })
    await worker.next({ story: '押金没退' })
    const address = linkIn(await worker.attach('proof', photo))
    const answer = await browser.get(address)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(bytes.length).toBeGreaterThan(100)
    expect(holds(bytes, word)).toBe(false)
    expect((await visitor().get(address)).status).toBe(404)
  })

  test('is no more once it was taken out, and another comes in its place', async () => {
    const worker = await atProof()
    const page = await worker.attach('proof', photo)
    expect(read(await worker.press(takeOutIn(page), { what_proof: '收据' }))).toMatch(/还可以传 2 个/)
    expect(worker.page()).toContain('value="收据"')
    expect(await named()).toEqual([])
    expect(read(await worker.attach('proof', another))).toContain('照片（1 KB）')
  })

  test('comes from nowhere but a file: what is posted under its name says nothing', async () => {
    const worker = await atProof()
    await worker.attach('proof', photo)
    const [own] = await db.select().from(draftFiles)
    const stranger = await atProof()
    const page = read(await stranger.next({ proof: `${own?.id} jpeg 1000` }))
    expect(page).toContain('请上传：凭据的照片')
  })

  test('waits for its form on another phone', async () => {
    const worker = await atProof()
    await worker.attach('proof', photo)
    const elsewhere = fillingIn(visitor(), path)
    const response = await visitor().post(urls.resume, { resume: worker.code() })
    elsewhere.take(await response.text())
    expect(read(elsewhere.page())).toContain('照片（1 KB）')
  })

  test('goes with its form, and what is left of it within a day or two', async () => {
    const worker = await atProof()
    await worker.attach('proof', photo)
    const kept = await atProof()
    await kept.attach('proof', another)
    await worker.press('forget')
    expect(await named()).toHaveLength(1)
    await wholeDay(25)
    expect(await lying()).toEqual(await named())
    await wholeDay(20 * 24)
    expect(await lying()).toHaveLength(1)
    await wholeDay(30 * 24)
    expect([...(await lying()), ...(await named())]).toEqual([])
  })

  test('off the way that he went in the end is not filed', async () => {
    const worker = await atProof()
    await worker.attach('proof', photo, {}, 'next')
    await published({ ...proven, pages: proven.pages.filter(({ id }) => id !== 'proof_page') })
    await worker.next({})
    await worker.next({ named: 'no', agreed: 'yes' })
    clock.now = new Date(clock.now.getTime() + 60_000)
    await worker.press('send')
    expect(await db.select().from(files)).toHaveLength(1)
  })
})

/** An hour after the other, as the clock of the service does it. */
async function wholeDay(from: number) {
  for (let hour = 0; hour < 24; hour += 1)
    await forgetFiles(db, filesIn(env.FILES), new Date(Date.now() + (from + hour) * 3_600_000))
}
