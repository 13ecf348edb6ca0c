import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { answers, found, openedToken, sites, visitor } from '../intake/visitor.ts'

beforeAll(found)

const name = 'f'.repeat(32)
const sentTo = (path: string) => `${path}?sent=${name}`
const told = (page: string) => /<html[^>]*data-(taken|refused)="([^"]*)"/.exec(page)?.slice(1)

test('a page that answers a form says by which name its phone may let it go', async () => {
  const worker = visitor()
  const token = await openedToken(worker, sites.grievance)
  const page = await worker.post(sentTo(sites.grievance), { ...answers, token, step: 'check' })
  expect(told(await page.text())).toEqual(['taken', name])
})

test('so does the page that the form leads on to, and what is sent from there names it no more', async () => {
  const worker = visitor()
  const token = await openedToken(worker, sites.grievance)
  const sent = await worker.post(sentTo(sites.grievance), { ...answers, token, step: 'send' })
  const receipt = await (await worker.get(sent.headers.get('location') ?? '')).text()
  expect(told(receipt)).toEqual(['taken', name])
  expect(receipt.split('<main')[0]?.match(new RegExp(name, 'g'))).toHaveLength(1)
})

test('what comes to nothing is not told to be taken: the visit has ended, or something of ours broke', async () => {
  const ended = await visitor().post(sentTo(urls.followMessages), { message: '工资条' })
  expect(ended.status).toBe(403)
  expect(told(await ended.text())).toEqual(['refused', name])

  const away = { limits: new Proxy({}, { get: () => fail }) as never }
  const worker = visitor({ env: away })
  const broken = await worker.post(sentTo(urls.resume), { resume: 'CFGH-JMPQ-RVWX' })
  expect(broken.status).toBe(500)
  expect(told(await broken.text())).toEqual(['refused', name])
})

test('nothing else in an address becomes part of a page', async () => {
  for (const odd of ['', 'x', `${name}0`, '"><b>'])
    expect(
      told(await (await visitor().get(`${urls.home}?taken=${encodeURIComponent(odd)}`)).text()),
    ).toBeUndefined()
})

const fail = () => {
  throw new Error('The limits are away')
}
