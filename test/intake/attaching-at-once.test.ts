import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { draftFiles, files } from '../../src/db/tables/files.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { publish } from '../../src/forms/versions.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { empty } from '../support/emptying.ts'
import { jpeg } from '../support/files/jpeg.ts'
import type { Maker } from '../support/files/pieces.ts'
import { png } from '../support/files/png.ts'
import { read } from '../support/town/pages.ts'
import { fillingIn } from './filling-in.ts'
import { clock, codeIn, countOf, db, found, lastCase, visitor } from './visitor.ts'

const path = urls.form('proven')
const fileOf = ({ make, places }: Maker) =>
  new File([make({ word: 'ABCDEFGHABCDEFGH', places, orientation: 1 })], 'IMG.jpg')
const [photo, another] = [fileOf(jpeg), fileOf(png)]

beforeEach(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  const { objects } = await env.FILES.list({ prefix: 'cases/files/' })
  for (const { key } of objects) await env.FILES.delete(key)
  await found()
  await published(proven)
})

async function published(definition: object) {
  const result = await publish(db, { slug: 'proven', definition, now: clock.now })
  if (!result.ok) throw new Error(JSON.stringify(result))
  forgetForms()
}

const named = async () => (await db.select().from(draftFiles)).map(({ id }) => id)
const filesOn = (page: string) => [...page.matchAll(/value="takeout-(\w+)"/g)].map(([, id]) => id)

async function atProof(browser = visitor()) {
  const worker = fillingIn(browser, path)
  await worker.open()
  await worker.next({ owed: 'deposit', danger: 'no' })
  await worker.next({ story: '押金没退' })
  return worker
}

describe('files that come while something else happens', () => {
  test('are one, where the same one is sent by two taps at once', async () => {
    const browser = visitor()
    const worker = await atProof(browser)
    const first = worker.page()
    const taps = [fillingIn(browser, path), fillingIn(browser, path)]
    await Promise.all(
      taps.map((tap) => {
        tap.take(first)
        return tap.attach('proof', photo)
      }),
    )
    expect(filesOn(await worker.open(`${path}?page=proof_page`))).toHaveLength(1)
    expect(await named()).toHaveLength(1)
  })

  test('say so, where the question was filled in another tab meanwhile', async () => {
    const browser = visitor()
    const worker = await atProof(browser)
    await worker.attach('proof', photo)
    const other = fillingIn(browser, path)
    other.take(worker.page())
    const r2 = filesIn(env.FILES)
    const third = new File(
      [jpeg.make({ word: 'ZYXWVUTSZYXWVUTS', places: jpeg.places, orientation: 8 })],
      'c',
    )
    let isFirst = true
    const late = await atSame(
      browser,
      async () => {
        if (isFirst) {
          isFirst = false
          await other.attach('proof', third)
        }
      },
      r2,
    )
    const mine = fillingIn(late, path)
    mine.take(worker.page())
    const page = await mine.attach('proof', another, {}, 'next')
    expect(read(page)).toContain('凭据的照片：最多 2 个，现在有 3 个')
    expect(await named()).toHaveLength(2)
  })

  test('lie there for nothing, where their form was deleted in another tab meanwhile', async () => {
    const browser = visitor()
    const worker = await atProof(browser)
    const other = fillingIn(browser, path)
    other.take(worker.page())
    let isFirst = true
    const late = await atSame(browser, async () => {
      if (isFirst) {
        isFirst = false
        await other.press('forget')
      }
    })
    const mine = fillingIn(late, path)
    mine.take(worker.page())
    const page = await mine.attach('proof', photo)
    expect((await named()).sort()).toEqual(filesOn(page).sort())
  })

  test('are kept for their question, though a version that is published meanwhile has it on another page', async () => {
    const worker = await atProof()
    const [proof, rest] = [
      proven.pages.filter(({ id }) => id === 'proof_page'),
      proven.pages.filter(({ id }) => id !== 'proof_page'),
    ]
    const [what, photos] = proof.flatMap(({ fields }) => fields)
    await published({
      ...proven,
      pages: [
        ...rest.filter(({ id }) => id !== 'voice_page'),
        { id: 'words_page', title: { zh: '说明', en: 'Words' }, fields: [{ ...what, required: true }] },
        { id: 'photos_page', title: { zh: '照片', en: 'Photos' }, fields: [photos] },
        ...rest.filter(({ id }) => id === 'voice_page'),
      ],
    })
    await worker.attach('proof', photo, { what_proof: '收据' }, 'next')
    expect(await named()).toHaveLength(1)
    expect(filesOn(await worker.open(`${path}?page=photos_page`))).toHaveLength(1)
  })

  test('are too many, and stay, where a version that is published meanwhile takes fewer', async () => {
    const worker = await atProof()
    await worker.attach('proof', photo)
    await worker.attach('proof', another)
    await published({
      ...proven,
      pages: proven.pages.map((page) => ({
        ...page,
        fields: page.fields.map((field) => (field.name === 'proof' ? { ...field, most: 1 } : field)),
      })),
    })
    expect(read(await worker.next({}))).toContain('凭据的照片：最多 1 个，现在有 2 个')
    expect(filesOn(worker.page())).toHaveLength(2)
    const [id] = filesOn(worker.page())
    await worker.press(`takeout-${id}`)
    expect(read(await worker.next({}))).toContain('说给我们听')
  })

  test('are not taken where the store refuses them: the words stay, and nothing lies there', async () => {
    const browser = visitor()
    const worker = await atProof(browser)
    const refusing = await atSame(browser, () => Promise.reject(new Error('R2 is away')))
    const mine = fillingIn(refusing, path)
    mine.take(worker.page())
    const page = await mine.attach('proof', photo, { what_proof: '收据' })
    expect(read(page)).toContain('没有保存成功')
    expect(read(page)).toContain('刚才选的文件没有保存，请再选一次')
    expect(page).toContain('value="收据"')
    expect(await named()).toEqual([])
  })

  test.each([
    ['a browser that keeps cookies', false],
    ['one that keeps none', true],
  ])('are filed once, however often their form is sent, by %s', async (_, refusesCookies) => {
    const browser = visitor({ refusesCookies })
    const worker = await atProof(browser)
    await worker.attach('proof', photo, {}, 'next')
    await worker.next({})
    await worker.next({ named: 'no', agreed: 'yes' })
    clock.now = new Date(clock.now.getTime() + 60_000)
    const check = worker.page()
    const tap = async () => {
      const one = fillingIn(browser, path)
      one.take(check)
      return codeIn(await one.press('send'))
    }
    const receipts = [...(await Promise.all(Array.from({ length: 9 }, tap))), await tap()]
    expect(new Set(receipts).size).toBe(1)
    expect(receipts[0]).toHaveLength(16)
    expect(await countOf('cases')).toBe(1)
    expect(await db.select().from(files)).toHaveLength(1)
    expect(await named()).toEqual([])
    expect(JSON.parse(String((await lastCase()).answers)).proof).toHaveLength(1)
  })
})

/** The same browser, of which something happens as soon as a file is to be put away. */
async function atSame(
  browser: ReturnType<typeof visitor>,
  first: () => Promise<unknown>,
  r2 = filesIn(env.FILES),
) {
  const late = visitor({
    env: {
      files: {
        ...r2,
        async create(name, bytes) {
          await first()
          await r2.create(name, bytes)
        },
      },
    },
  })
  for (const [key, value] of browser.cookies) late.cookies.set(key, value)
  return late
}
