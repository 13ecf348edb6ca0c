import { file } from '../../src/cases/filing.ts'
import { routeOf } from '../../src/cases/grievance/routing.ts'
import { receiptHash } from '../../src/cases/receipts.ts'
import { categoryOf, concernsIn, happenedOn, saysDanger, workersIn } from '../../src/forms/meaning.ts'
import { openSite } from '../../src/forms/versions.ts'
import type { Scene } from '../../src/orgs/scene.ts'
import { dayIn } from '../../src/orgs/zone.ts'
import { answersOf, modeOf } from './answers.ts'
import type { Scenario } from './story.ts'

/** A scenario whose case is filed. */
export interface Played {
  scenario: Scenario
  caseId: string
  number: number
  receipt: string
  /** What the database keeps of the receipt. */
  hash: string
  danger: boolean
}

/** The worker of a scenario scans the code of its site and files, now. */
export async function fileAt(scene: Scene, scenario: Scenario, receiptSecret: string): Promise<Played> {
  const opened = await openSite(scene.db, scenario.site)
  const org = opened?.enterprise?.org ?? opened?.org
  if (!opened || !org) throw new Error(`No site ${scenario.site} in the demo`)
  const { definition, id: formVersionId } = opened.version
  const { answers, identity } = answersOf(scenario, opened, dayIn(scene.rules.settings.zone, scene.now))
  const danger = saysDanger(definition, answers)
  const place = { orgId: org.id, orgPath: org.path, enterpriseId: opened.enterprise?.id ?? null }
  const meaning = {
    category: categoryOf(definition, answers),
    mode: modeOf(scenario, definition),
    bypassesUnit: scenario.pastUnit ?? false,
    workers: workersIn(definition, answers),
    concerns: concernsIn(definition, answers),
    happenedOn: happenedOn(definition, answers),
    ...(danger !== undefined && { danger }),
  }
  const { caseId, number, receipt } = await file(scene, {
    ...place,
    ...meaning,
    key: `demo-${scenario.key}`,
    receiptSecret,
    formVersionId,
    siteCode: scenario.site,
    anonymous: !scenario.named,
    answers,
    identity,
    locale: scenario.locale ?? 'zh',
  })
  const hash = await receiptHash(receiptSecret, receipt)
  return { scenario, caseId, number, receipt, hash, danger: routeOf({ ...place, ...meaning }).danger }
}
