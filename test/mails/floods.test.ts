import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { mails } from '../../src/mails/all.ts'
import { sendDue } from '../../src/mails/sender.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { address, postOffice } from '../support/town/post.ts'
import { minutes } from '../support/town/times.ts'
import { succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

/** So many workers report a danger, so many minutes after nine. */
async function dangers(count: number, minute = 0) {
  const then = here.at(minutes(minute))
  const held = []
  for (let number = 0; number < count; number += 1) held.push(await then.file({ danger: true }))
  return held
}

/** What one person is sent at a time, so many minutes after nine. */
async function mailsTo(who: string, minute: number) {
  const { office, sent } = postOffice(here.at(minutes(minute)))
  await sendDue(office, mails, 200)
  return sent.filter(({ to }) => to === `${who}@union.example`)
}

test('of many dangers in an hour the first three are told at once, the others in one mail a quarter of an hour', async () => {
  const held = await dangers(20)
  expect(await mailsTo('officer', 0)).toHaveLength(3)
  expect(await mailsTo('officer', 14)).toHaveLength(0)
  const [mail, ...others] = await mailsTo('officer', 15)
  expect(others).toEqual([])
  expect(mail?.subject).toContain('17')
  const fourth = held[3]
  expect(mail?.text).toContain(address + urls.deskCase(fourth?.id ?? ''))
  expect(mail?.text).toContain(String(fourth?.number))
  expect(mail?.text).not.toContain(String(held[0]?.number))
  expect(mail?.text).toContain('另有 7 件')
  expect(await mailsTo('officer', 40)).toEqual([])
})

test('each quarter has a mail of its own, and after an hour the first is told at once again', async () => {
  await dangers(4)
  await dangers(2, 20)
  expect(await mailsTo('officer', 25)).toHaveLength(4)
  expect((await mailsTo('officer', 30)).map(({ subject }) => subject)).toEqual([expect.stringContaining('2')])
  const [later] = await dangers(1, 61)
  const [mail] = await mailsTo('officer', 61)
  expect(mail?.subject).toContain(String(later?.number))
})

test('three in an hour are no flood', async () => {
  await dangers(3)
  expect(await mailsTo('officer', 0)).toHaveLength(3)
  expect(await mailsTo('officer', 60)).toEqual([])
})

test('a case whose worker is punished for speaking is told once, though much else is', async () => {
  const [first] = await dangers(5)
  if (!first) throw new Error('Nothing was filed')
  const town = here.at(minutes(1))
  for (const reason of ['They sacked me.', 'They sacked my brother.'])
    await town.workerDoes(first, 'report_retaliation', { reason })
  const told = (await here.notices()).filter(({ to, data }) => {
    const { cases } = data as { cases: { id: string }[] }
    return to === 'chair' && cases.some(({ id }) => id === first.id)
  })
  expect(told).toHaveLength(1)
})

test('administrators hear of cases that nobody has in the same way', async () => {
  const nobody = { orgId: 'elsewhereUnion', orgPath: '000100020001', category: 'harassment' } as const
  for (let number = 0; number < 6; number += 1) await here.file({ ...nobody, danger: true })
  expect(await mailsTo('administrator', 0)).toHaveLength(3)
  const [mail] = await mailsTo('administrator', 15)
  expect(mail?.subject).toContain('3')
})

test('a case of which more is told meanwhile fills one of the ten places, and counts once', async () => {
  const held = await dangers(6)
  const fifth = held[4]
  if (!fifth) throw new Error('Nothing was filed')
  succeeded(await here.at(minutes(2)).workerDoes(fifth, 'say_danger', { reason: 'It falls now.' }))
  const mail = (await mailsTo('officer', 15)).at(-1)
  expect(mail?.subject).toContain('3')
  expect(mail?.text.split(String(fifth.number))).toHaveLength(2)
})
