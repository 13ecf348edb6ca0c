import type { Page } from 'playwright-core'
import { type Bytes, littleNumberAt, part } from '../../src/files/reading-bytes.ts'
import { stripped } from '../../src/files/stripped.ts'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { segment } from '../support/files/jpeg.ts'
import { mp3 } from '../support/files/mp3.ts'
import { bytes, exifOfPhone, type Wish } from '../support/files/pieces.ts'
import { chunk } from '../support/files/png.ts'
import { webpOf } from '../support/files/webp.ts'
import { expect, test } from '../support/journey.ts'
import { signIn } from './road/people.ts'
import { contextOf, traveller } from './road/traveller.ts'
import { fileAt, followBy } from './road/worker.ts'

const site = urls.site('qh7cm')
const word = 'ABCDEFGHABCDEFGH'
const turned: Wish = { word, places: ['exif'], orientation: 6 }

/**
 * A photo of forty by twenty pixels, or so many times as large, as a browser makes one, and with the Exif data of a phone
 * that was turned.
 */
async function photoOf(page: Page, type: string, times = 1): Promise<Bytes> {
  const draw = async ([type, times]: readonly [string, number]) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 40 * times, height: 20 * times })
    canvas.getContext('2d', { alpha: false })?.fillRect(0, 0, 20, 20)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]
  }
  const made = await page.evaluate(draw, [type, times] as const)
  return withExif[type]?.(bytes(made)) ?? bytes('')
}

const withExif: Record<string, (file: Bytes) => Bytes> = {
  'image/jpeg': (file) =>
    bytes(file.subarray(0, 2), segment(0xe1, bytes('Exif\0\0', exifOfPhone(turned))), file.subarray(2)),
  'image/png': (file) => bytes(file.subarray(0, 33), chunk('eXIf', exifOfPhone(turned)), file.subarray(33)),
  'image/webp': (file) => {
    const at = String.fromCharCode(...file).search(/VP8[ L]/)
    const name = String.fromCharCode(...file.subarray(at, at + 4))
    const content = part(file, at + 8, littleNumberAt(file, at + 4, 4))
    return webpOf({ name, content, width: 40, height: 20 }, turned)
  },
}

/** How large a browser shows a file. */
const sizeOf = (page: Page, file: Bytes, type: string) =>
  page.evaluate(
    async ([file, type]) => {
      const { width, height } = await createImageBitmap(new Blob([new Uint8Array(file)], { type }))
      return [width, height]
    },
    [[...file], type] as const,
  )

test('a browser shows what comes out as it showed what went in, the same way up', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const page = await visit()
  await page.goto(urls.protection)
  for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
    const photo = await photoOf(page, type)
    const result = stripped(photo)
    expect(result.ok, type).toBe(true)
    if (!result.ok) continue
    expect(String.fromCharCode(...result.bytes)).not.toContain(word)
    expect(await sizeOf(page, result.bytes, type), type).toEqual(await sizeOf(page, photo, type))
  }
  expect(await sizeOf(page, await photoOf(page, 'image/jpeg'), 'image/jpeg')).toEqual([20, 40])
  const sound = stripped(mp3.make({ word, places: mp3.places, orientation: 1 }))
  const seconds = await page.evaluate(
    async (file) => {
      const heard = await new OfflineAudioContext(1, 1, 44100).decodeAudioData(new Uint8Array(file).buffer)
      return heard.duration
    },
    sound.ok ? [...sound.bytes] : [],
  )
  expect(seconds).toBeGreaterThan(0.1)
})

for (const scripts of [true, false])
  test(`a worker sends a photo, and a cadre looks at it; scripts: ${scripts}`, async ({ huying, visit }) => {
    await seedFederation(huying)
    const maker = await visit()
    await maker.goto(urls.protection)
    const photo = await photoOf(maker, 'image/jpeg')
    const manner = { locale: 'zh', scripts, axe: scripts } as const
    const worker = traveller(await visit(contextOf(manner)), manner)
    await followBy(worker, await fileAt(worker, site, { story: '九月的工资还没有发。' }))

    const choose = worker.page.locator('input[type="file"]')
    await choose.setInputFiles({
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    })
    await worker.send(urls.followMessages, { message: '这是工资条。' })
    expect(await worker.text()).toContain('收不了这种文件')
    expect(await worker.page.locator('[name="message"]').inputValue()).toBe('这是工资条。')
    await choose.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) })
    await worker.send(urls.followMessages)
    expect(await worker.text()).toContain('照片（1 KB）')

    const officer = traveller(await visit(contextOf(manner)), manner)
    await signIn(officer, 'ma.chunyan')
    const opened = officer.page.locator(`main a[href^="${urls.deskCase('')}"]`).first()
    await Promise.all([officer.page.waitForEvent('load'), opened.click({ noWaitAfter: true })])
    const link = await officer.page.getByRole('link', { name: '打开看' }).first().getAttribute('href')
    const shown = await officer.page.goto(link ?? '')
    expect(shown?.headers()['content-disposition']).toMatch(/^inline; filename="photo-\w+\.jpg"$/)
    expect(await officer.page.locator('img').count()).toBe(1)
    expect((await shown?.body())?.includes(word)).toBe(false)
  })

test('a photo that is too large is made smaller on the phone, upright as it was', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const manner = { locale: 'zh', scripts: true, axe: false } as const
  const worker = traveller(await visit(contextOf(manner)), manner)
  await followBy(worker, await fileAt(worker, site, { story: '九月的工资还没有发。' }))
  // As large as a good phone makes it, by what hangs behind it.
  const photo = bytes(await photoOf(worker.page, 'image/jpeg', 65), new Uint8Array(4_000_000))
  const choose = worker.page.locator('input[type="file"]')
  await choose.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) })
  const chosen = () => choose.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)
  await expect.poll(chosen, { timeout: 20_000 }).toBe('photo.jpg')
  await worker.send(urls.followMessages)
  const link = await worker.page.getByRole('link', { name: '打开看' }).first().getAttribute('href')
  const size = await worker.page.evaluate(async (address) => {
    const { width, height } = await createImageBitmap(await (await fetch(address)).blob())
    return [width, height]
  }, link ?? '')
  expect(size).toEqual([1000, 2000])
})
