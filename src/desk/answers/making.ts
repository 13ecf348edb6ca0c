import { makeSlice } from '../../exports/making-files.ts'
import { catalogs } from '../../i18n/catalog.ts'
import { openScene } from '../../orgs/scene.ts'
import type { Platform } from '../../platform/types.ts'
import { tableWords } from './table-words.ts'

/** Makes a slice of what people asked for as one file, and asks the queue to go on until nothing is left. */
export async function makeAnswerFiles(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  const { more } = await makeSlice(scene, {
    files: platform.files,
    inSlice: platform.answersInFile,
    wordsIn: (locale) => tableWords({ locale, m: catalogs[locale] }),
  })
  if (more) await platform.wake({ kind: 'answer_files' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
