import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetFiles } from '../../src/cases/forgetting-files.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { files } from '../../src/db/tables/files.ts'
import { caseKeys } from '../../src/db/tables/keys.ts'
import type { FileKind } from '../../src/files/kind-of-file.ts'
import { stripped } from '../../src/files/stripped.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { urls } from '../../src/urls.ts'
import { holds, makers } from '../support/files/all.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { mp3 } from '../support/files/mp3.ts'
import type { Maker } from '../support/files/pieces.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town } from '../support/town/town.ts'

const word = 'ABCDEFGHABCDEFGH'
const fileOf = ({ make, places }: Maker, name = 'IMG_2026_Li_Na.jpg') =>
  new File([make({ word, places, orientation: 6 })], name, { type: 'text/html' })
const photo = fileOf(jpeg)

let here: Town
let held: Held
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  held = await here.given('investigating')
  await emptied()
})

async function emptied() {
  for (const name of await inBucket()) await env.FILES.delete(name)
}
const inBucket = async () => (await env.FILES.list({ prefix: 'cases/files/' })).objects.map(({ key }) => key)
const rows = () => here.db.select().from(files)
const onlyRow = async () => {
  const [row] = await rows()
  if (!row) throw new Error('No file is kept')
  return row
}

describe('a photo that a worker sends', () => {
  test('is on his page and at the desk, without its metadata, under a name that says nothing', async () => {
    const phone = await phoneOf(held)
    const answer = await phone.send(photo, 'My pay slip of July.')
    expect(answer.headers.get('location')).toBe('/follow?done=message')
    const { id } = await onlyRow()
    expect(read(await phone.page())).toMatch(/My pay slip of July\. +照片（1 KB） +打开看 +下载/)
    const desk = await at('handler')
    expect(await (await desk.get(urls.deskCase(held.id))).text()).toContain(urls.deskFile(held.id, id))
    for (const sent of [await phone.get(urls.followFile(id)), await desk.get(urls.deskFile(held.id, id))]) {
      expect(sent.headers.get('content-type')).toBe('image/jpeg')
      expect(sent.headers.get('content-disposition')).toMatch(/^attachment; filename="photo-\w{6}\.jpg"$/)
      const bytes = new Uint8Array(await sent.arrayBuffer())
      expect(stripped(bytes)).toEqual({ ok: true, kind: 'jpeg', bytes })
      expect(holds(bytes, word)).toBe(false)
    }
  })

  test('needs no words, and two taps are one message; another photo is another one', async () => {
    const phone = await phoneOf(held)
    for (const file of [photo, photo, fileOf(mp3)]) expect((await phone.send(file)).status).toBe(303)
    expect((await rows()).map(({ kind }) => kind).sort()).toEqual(['jpeg', 'mp3'])
    expect(await here.db.$count(cases, eq(cases.id, held.id))).toBe(1)
  })

  test('runs nothing where it is looked at, and is shown only if it is a picture', async () => {
    const phone = await phoneOf(held)
    await phone.send(photo)
    await phone.send(fileOf(mp3), 'And what he said.')
    for (const { id, kind } of await rows()) {
      const { headers } = await phone.get(`${urls.followFile(id)}?show=1`)
      expect(headers.get('content-disposition')).toMatch(kind === 'jpeg' ? /^inline/ : /^attachment/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox/)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('is for who has the receipt of its case, and for who sees it', async () => {
    await (await phoneOf(held)).send(photo)
    const { id } = await onlyRow()
    const other = await here.file()
    expect((await (await phoneOf(other)).get(urls.followFile(id))).status).toBe(404)
    const officer = await at('handler')
    expect((await officer.get(urls.deskFile(other.id, id))).status).toBe(404)
    const away = await at('stranger')
    expect((await away.get(urls.deskFile(held.id, id))).status).toBe(404)
  })

  test('is refused with words where it cannot be taken, and the words stay', async () => {
    const phone = await phoneOf(held)
    const document = new File(['%PDF-1.7'], 'pay.jpg', { type: 'image/jpeg' })
    const answer = await phone.send(document, 'All of July.')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#file"')
    expect(page).toContain('All of July.')
    expect(await inBucket()).toEqual([])
  })

  test('is to be chosen again where its words come back', async () => {
    const phone = await phoneOf(held)
    const page = await (await phone.send(photo, '催'.repeat(4100))).text()
    expect(page).toContain('href="#message"')
    expect(page).toContain('刚才选的文件没有保存')
    expect(await rows()).toEqual([])
  })

  test('that is too large is not even read, and how large it may be is said', async () => {
    const phone = await phoneOf(held, { largestFile: 1024 * 1024 })
    const answer = await phone.send(new File([new Uint8Array(1_700_000)], 'a.jpg'))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('一个文件最大 1 MB')
    const nearly = await phone.send(new File([new Uint8Array(1_100_000)], 'a.jpg'), 'All of July.')
    expect(nearly.status).toBe(422)
    expect(await nearly.text()).toContain('文件超过 1 MB')
  })

  test('is one of ten that a day has room for', async () => {
    const phone = await phoneOf(held)
    for (let number = 0; number < 10; number += 1)
      expect((await phone.send(photo, `Page ${number}.`)).status).toBe(303)
    expect((await phone.send(photo, 'Page 10.')).status).toBe(429)
    clock.now = new Date(monday.getTime() + 25 * 3_600_000)
    expect((await (await phoneOf(held)).send(photo, 'Page 10.')).status).toBe(303)
  })

  test('answers a question together with words, and without words stands in the thread', async () => {
    const asked = await here.given('needs_info')
    const phone = await phoneOf(asked)
    await phone.send(photo)
    expect((await here.caseOf(asked)).state).toBe('needs_info')
    await phone.send(photo, 'It was July.', 'another form')
    expect((await here.caseOf(asked)).state).toBe('triage')
    expect(await rows()).toHaveLength(2)
  })
})

test('a cadre answers with a photo, which the worker finds on his page', async () => {
  const desk = await at('handler')
  const { turn } = await here.caseOf(held)
  const sent = await desk.send(
    urls.deskAct(held.id, 'message'),
    { turn: String(turn), key: 'k' },
    'message-file',
    photo,
  )
  expect(sent.status).toBe(303)
  const { id } = await onlyRow()
  const phone = await phoneOf(held)
  expect(await phone.page()).toContain(urls.followFile(id))
  const bytes = new Uint8Array(await (await phone.get(urls.followFile(id))).arrayBuffer())
  expect(holds(bytes, word)).toBe(false)
})

test.each(makers)('a file of the kind $kind comes back as it was stripped', async (maker) => {
  const phone = await phoneOf(held)
  await phone.send(fileOf(maker))
  const { id, kind } = await onlyRow()
  expect(kind).toBe<FileKind>(maker.kind)
  const bytes = new Uint8Array(await (await phone.get(urls.followFile(id))).arrayBuffer())
  expect(stripped(bytes)).toEqual({ ok: true, kind, bytes })
})

describe('a file at rest', () => {
  test('is encrypted, and with another one under its name opens nothing', async () => {
    const phone = await phoneOf(held)
    await phone.send(photo, 'One.')
    await phone.send(photo, 'Two.')
    const [one, two] = await inBucket()
    const sealed = new Uint8Array(
      (await (await env.FILES.get(one ?? ''))?.arrayBuffer()) ?? new ArrayBuffer(),
    )
    expect(sealed.length).toBeGreaterThan(100)
    expect(holds(sealed, '\xff\xd8\xff\xe0')).toBe(false)
    await env.FILES.put(two ?? '', sealed)
    const id = two?.replace('cases/files/', '') ?? ''
    expect((await phone.get(urls.followFile(id))).status).toBe(422)
  })

  test('opens after its case has got another key, and not once that is gone', async () => {
    const phone = await phoneOf(held)
    await phone.send(photo)
    const { id, key } = await onlyRow()
    succeeded(await here.workerDoes(held, 'erase_identity'))
    expect((await onlyRow()).key).not.toBe(key)
    expect((await phone.get(urls.followFile(id))).status).toBe(200)
    await here.db.delete(caseKeys)
    expect((await phone.get(urls.followFile(id))).status).toBe(422)
  })

  test('goes with what its worker wrote, and the ledger says so', async () => {
    await (await phoneOf(held)).send(photo)
    succeeded(await here.workerDoes(held, 'erase_words'))
    expect(await rows()).toEqual([])
    const gone = await here.db.select().from(deletions)
    expect(gone).toContainEqual(expect.objectContaining({ what: 'files', count: 1 }))
  })
})

describe('what nothing names among the files', () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  const wholeDay = async (from: number) => {
    let removed = 0
    for (let hour = 0; hour < 24; hour += 1)
      removed += await forgetFiles(here.db, filesIn(env.FILES), later(from + hour))
    return removed
  }

  test('is removed after a day, once a day, and all else stays', async () => {
    const phone = await phoneOf(held)
    await phone.send(photo)
    await phone.send(photo)
    expect(await inBucket()).toHaveLength(2)
    expect(await wholeDay(0)).toBe(0)
    expect(await wholeDay(25)).toBe(1)
    const { id } = await onlyRow()
    expect(await inBucket()).toEqual([`cases/files/${id}`])
    expect((await phone.get(urls.followFile(id))).status).toBe(200)
    expect(await env.FILES.list({ prefix: 'keys/' })).not.toMatchObject({ objects: [] })
    expect(await wholeDay(50)).toBe(0)
  })
})
