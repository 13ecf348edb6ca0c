import { inject } from 'vitest'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { expect, test } from '../support/journey.ts'
import { randomOf } from '../support/random.ts'
import { rankSum } from '../support/rank-sum.ts'
import { contextOf, traveller } from './road/traveller.ts'
import { fileAt } from './road/worker.ts'

const site = urls.site('qh7cm')
/** Of each kind, in a random order, so that whatever slows the machine slows both. */
const tries = 250
const apart = 4.4

/** The receipt of a case whose worker sealed his name by it. */
async function sealedCase(huying: Huying, page: Parameters<typeof traveller>[0]): Promise<string> {
  await seedFederation(huying)
  const worker = traveller(page, { locale: 'zh', scripts: false, axe: false })
  const named = { named: 'yes', worker_name: '王秋芳', worker_phone: '13800138000' }
  return fileAt(worker, site, { story: '工资没有发。', mode: 'report', ...named })
}

/** How long each kind took, in milliseconds. */
async function timed(kinds: readonly (() => Promise<unknown>)[]): Promise<number[][]> {
  const random = randomOf(69)
  const order = random.shuffled(kinds.flatMap((_, kind) => Array.from({ length: tries }, () => kind)))
  const times: number[][] = kinds.map(() => [])
  for (const kind of order) {
    const start = performance.now()
    await kinds[kind]?.()
    times[kind]?.push(performance.now() - start)
  }
  return times
}

test('a right and a wrong receipt take as long, also where the right one opens a sealed name', async ({
  browser,
}) => {
  const huying = await startHuying(inject('worker'), { vars: { DEMO: '1' }, rateLimit: 1_000_000 })
  try {
    const context = await browser.newContext({
      baseURL: huying.url,
      ...contextOf({ locale: 'zh', scripts: false, axe: false }),
    })
    const right = await sealedCase(huying, await context.newPage())
    await context.close()
    const random = randomOf(16)
    const wrong = () => random.shuffled([...right]).join('')
    const enter = async (receipt: string) => {
      const answer = await fetch(huying.url + urls.follow, {
        method: 'POST',
        headers: { origin: huying.url },
        body: new URLSearchParams({ receipt }),
        redirect: 'manual',
      })
      await answer.arrayBuffer()
      expect(answer.status).toBe(303)
    }
    const follow = async (receipt: string) => {
      const answer = await fetch(huying.url + urls.followLink(receipt), { redirect: 'manual' })
      await answer.arrayBuffer()
      expect(answer.status).toBe(303)
    }
    for (const way of [enter, follow]) {
      // One that took half as long again would be found out.
      const slower = async () => {
        const start = performance.now()
        await way(wrong())
        const until = start + (performance.now() - start) * 1.5
        while (performance.now() < until);
      }
      const [rights = [], wrongs = [], slow = []] = await timed([
        () => way(right),
        () => way(wrong()),
        slower,
      ])
      expect(Math.abs(rankSum(rights, wrongs))).toBeLessThan(apart)
      expect(Math.abs(rankSum(wrongs, slow))).toBeGreaterThan(apart)
    }
  } finally {
    await huying.stop()
  }
})
