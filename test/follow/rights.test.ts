import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
})

const pageOf = async (held: Held) => (await phoneOf(held)).page()

test('whoever left no name is offered nothing about one', async () => {
  const page = await pageOf(await here.file({ anonymous: true, identity: {} }))
  for (const address of [urls.followSeal, urls.followContact, urls.followIdentity])
    expect(page).not.toContain(`href="${address}?`)
  expect(page).not.toContain('谁看过我的姓名和电话')
  expect(page).toContain(`href="${urls.followData}?`)
})

test('whoever deleted his name reads who had looked at it', async () => {
  const held = await here.file()
  succeeded(await here.does('officer', held, 'look_at_identity', { reason: 'To call.' }))
  succeeded(await here.workerDoes(held, 'erase_identity'))
  expect(await pageOf(held)).toContain('谁看过我的姓名和电话')
})

test('what leads to a name says whether it is sealed, and the page that it leads to is called so', async () => {
  const held = await here.file()
  const title = async () => {
    const phone = await phoneOf(held)
    const link = /href="(\/follow\/seal\?[^"]+)">([^<]+)</.exec(await phone.page())
    expect(await (await phone.get(link?.[1] ?? '')).text()).toContain(`<h1>${link?.[2]}</h1>`)
    return link?.[2]
  }
  expect(await title()).toBe('封存我的姓名和电话')
  succeeded(await here.workerDoes(held, 'seal_identity', { receipt: held.receipt }))
  expect(await title()).toBe('看、更正或打开封存的姓名和电话')
})

test('in danger with a sealed number, the page says what to do to be called', async () => {
  const held = await here.file({ mode: 'report' })
  expect(read(await pageOf(held))).not.toContain('要工会打给您')
  succeeded(await here.workerDoes(held, 'say_danger', { reason: 'He waits at the gate.' }))
  expect(await pageOf(held)).toMatch(
    /要工会打给您，请先打开。.*<a href="\/follow\/seal\?case=\w+">打开我的电话<\/a>/s,
  )
  succeeded(await here.workerDoes(held, 'open_identity', { receipt: held.receipt }))
  expect(read(await pageOf(held))).not.toContain('要工会打给您')
})
