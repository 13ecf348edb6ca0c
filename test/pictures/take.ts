import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { manners, openStage, type Stage } from './stage.ts'
import { unusedSelectors } from './unused.ts'

/** What the README shows: the first screen of a few pages on a phone. */
const inReadme: [string, string][] = [
  ['form', 'zh-360-light'],
  ['receipt', 'zh-360-light'],
  ['follow-replied', 'zh-360-light'],
  ['desk', 'zh-360-light'],
  ['desk-case-handler', 'zh-360-light'],
  ['form', 'en-360-light'],
  ['desk', 'en-360-dark'],
  ['board', 'zh-360-elder'],
]

/** What the guide for administrators shows: a page of the office, or a part of it, in both languages. */
const inGuide: [string, part?: string][] = [
  ['making-begin', 'main details[open]'],
  ['making-home', 'main'],
  ['making-page', 'main'],
  ['making-question-choice'],
  ['making-condition', 'main'],
  ['making-translation'],
  ['making-preview'],
  ['making-publish', 'main'],
  ['office-site'],
  ['office-batch-looked', 'main'],
  ['desk-answers'],
  ['desk-answers-summary'],
]

const [, , wanted, only = '', named = ''] = process.argv
const stage = await openStage(wanted ? 1 : 2)

if (wanted === '--unused') await listUnused(stage)
else if (wanted === '--guide') await takeForGuide(stage, join(import.meta.dirname, '../../docs/pictures'))
else if (wanted) await takeAll(stage, wanted)
else await takeForReadme(stage, import.meta.dirname)

await stage.close()
process.exit()

async function takeAll({ scenes, show }: Stage, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const manner of manners.filter(({ name }) => name.startsWith(only))) {
    for (const scene of scenes.filter(({ name }) => name.startsWith(named))) {
      await show(scene, manner, async (page) => {
        await warnOfOverflow(page, `${scene.name} ${manner.name}`)
        await page.screenshot({ path: join(folder, `${scene.name}--${manner.name}.png`), fullPage: true })
      })
    }
    console.log(manner.name)
  }
}

async function takeForReadme({ scenes, show }: Stage, folder: string) {
  for (const [name, how] of inReadme) {
    await show(...called({ scenes, name, how }), async (page) => {
      await warnOfOverflow(page, `${name} ${how}`)
      await page.screenshot({ path: join(folder, `${name}-${how.replace('-360', '')}.png`) })
    })
  }
}

async function takeForGuide({ scenes, show }: Stage, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const locale of ['zh', 'en'] as const)
    for (const [name, part] of inGuide)
      await show(...called({ scenes, name, how: `${locale}-360-light` }), async (page) => {
        const path = join(folder, `${name}-${locale}.png`)
        if (part) await page.locator(part).first().screenshot({ path })
        else await page.screenshot({ path })
      })
}

function called({ scenes, name, how }: Pick<Stage, 'scenes'> & { name: string; how: string }) {
  const scene = scenes.find((one) => one.name === name)
  const manner = manners.find((one) => one.name === how)
  if (!scene || !manner) throw new Error(`No scene ${name} or manner ${how}`)
  return [scene, manner] as const
}

async function listUnused(stage: Stage) {
  const unused = await unusedSelectors(stage)
  for (const selector of unused) console.log(selector)
  console.log(unused.length ? `${unused.length} match nothing on any page` : 'Every selector is used')
}

async function warnOfOverflow(page: Page, name: string) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (over > 0) console.warn(`${name} is ${over} px too wide`)
}
