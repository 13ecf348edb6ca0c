import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { signIn } from './road/people.ts'
import { contextOf, type Traveller, traveller } from './road/traveller.ts'
import { fileAt } from './road/worker.ts'

const site = urls.site('qh7cm')
const story = '九月的工资还没有发。'

for (const scripts of [true, false])
  test(`a worker reads on the form who sees it, and later deletes what he wrote; scripts: ${scripts}`, async ({
    huying,
    visit,
  }) => {
    await seedFederation(huying)
    const manner = { locale: 'zh', scripts, axe: scripts } as const
    const worker = traveller(await visit(contextOf(manner)), manner)
    await worker.open(site)
    await follow(worker, urls.protection)
    expect(await worker.text()).toContain('我们保证不了的')

    const code = await fileAt(worker, site, { story })
    await worker.send(urls.receiptConfirmation, { last: code.slice(-4) })
    await worker.send(urls.follow)
    await worker.send(urls.followMessages, { message: '还有八月的加班费。' })
    expect(await worker.page.content()).toContain(story)

    await follow(worker, urls.followWords)
    const before = await worker.text()
    for (const said of ['还没有办完', '全部留言', '五个星期以后谁也打不开', '不能恢复'])
      expect(before).toContain(said)
    await worker.send(urls.followWords)
    expect(await worker.text()).toContain('您写的内容已经删除')
    for (const words of [story, '加班费']) expect(await worker.page.content()).not.toContain(words)

    const officer = traveller(await visit(contextOf(manner)), manner)
    await signIn(officer, 'ma.chunyan')
    expect(await officer.text()).toContain('职工删除了写的内容')
    await follow(officer, urls.deskCase(''))
    expect(await officer.text()).toMatch(/职工在.*删除了填写的内容/)
    expect(await officer.page.content()).not.toContain(story)
  })

/** By the first link of the page that leads there. */
async function follow({ page }: Traveller, path: string): Promise<void> {
  const link = page.locator(`main a[href^="${path}"]`).first()
  await Promise.all([page.waitForEvent('load'), link.click({ noWaitAfter: true })])
}
