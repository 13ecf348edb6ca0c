import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readFormWithBytes } from '../../src/ui/form-with-bytes.ts'

const app = new Hono().post('/', async (c) => {
  const read = await readFormWithBytes(c)
  return c.json(
    read && { form: read.form.whole(), file: read.file && [read.file.from, [...read.file.bytes]] },
  )
})

const post = async (body: string | FormData | Uint8Array<ArrayBuffer>, type?: string) => {
  const answer = await app.request('/', {
    method: 'POST',
    body,
    ...(type && { headers: { 'content-type': type } }),
  })
  return answer.json()
}

const text = 'Content-Disposition: form-data; name="story"\r\n\r\n'
const parts = (...all: string[]) => all.map((part) => `--B\r\n${part}\r\n`).join('')
const typed = 'multipart/form-data; boundary=B'

test('texts come as they were typed, and the first file that was chosen with its control', async () => {
  const form = new FormData()
  form.append('story', '  扣了\r\n八百块 \u200b')
  form.append('story', 'two')
  form.append('none', new Blob([]), '')
  form.append('proof', new Blob([new Uint8Array([0xff, 13, 10, 45, 45, 0])]), '我的"照片".jpg')
  form.append('another', new Blob(['x']), 'x.jpg')
  expect(await post(form)).toEqual({
    form: [['story', ['扣了\n八百块', 'two']]],
    file: ['proof', [0xff, 13, 10, 45, 45, 0]],
  })
})

test('a form without a file is one as well', async () => {
  expect(await post('story=a+b', 'application/x-www-form-urlencoded')).toEqual({
    form: [['story', ['a b']]],
    file: null,
  })
})

test('a part that says it is bytes is never a text', async () => {
  const body = `${parts('Content-Disposition: form-data; name="proof"\r\nContent-Type: application/octet-stream\r\n\r\nab')}--B--`
  expect(await post(body, typed)).toEqual({ form: [], file: ['proof', [97, 98]] })
})

test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
  ['no boundary', `${parts(`${text}a`)}--B--`, 'multipart/form-data'],
  ['another boundary', `${parts(`${text}a`)}--B--`, 'multipart/form-data; boundary=C'],
  ['cut before its end', parts(`${text}a`), typed],
  ['a header without end', '--B\r\nContent-Disposition: form-data', typed],
  ['a text that is not UTF-8', new Uint8Array(bytesOf(`${parts(`${text}\xff`)}--B--`)), typed],
  ['more parts than any form has', `${parts(...Array(1001).fill(`${text}a`))}--B--`, typed],
])('nothing is read of what is broken: %s', async (_, body, type) => {
  expect(await post(body, type)).toBeNull()
})

function bytesOf(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0))
}
