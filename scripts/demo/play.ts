import { lapse } from '../../src/cases/clock/lapsing.ts'
import { archive } from '../../src/cases/clock/retention.ts'
import { superviseLate } from '../../src/cases/clock/supervising.ts'
import { closeDays } from '../../src/cases/record/closing-days.ts'
import { linkCases } from '../../src/cases/record/linking.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { markLamps } from '../../src/engine/lamps.ts'
import { addDays } from '../../src/orgs/calendar.ts'
import type { Scene } from '../../src/orgs/scene.ts'
import { dayIn, instantIn } from '../../src/orgs/zone.ts'
import { caseNow } from './acting.ts'
import { doAsStaff, doAsWorker, isWorkerStep } from './doing.ts'
import { fileAt, type Played } from './filing.ts'
import { whenDone } from './pace.ts'
import type { Scenario, Step } from './story.ts'
import { beginning } from './time.ts'
import { withWeekendWord } from './weekend.ts'

/** The clock strikes every night for so long, and at the end; before, only where a story waits for it. */
const nights = 45

/**
 * Lets all stories happen, in the order of time and by the functions that pages and jobs call, so that
 * what the database then holds could have been lived.
 */
export async function play(scene: Scene, scenarios: Scenario[], receiptSecret: string): Promise<Played[]> {
  const { now, rules } = scene
  const played = new Map<string, Played>()
  const numberOf = (key: string) => played.get(key)?.number ?? 0
  const coming: Happening[] = strikes(scene).map((at) => ({
    at,
    happen: async () => {
      await strike({ ...scene, now: at })
      await record({ ...scene, now: at })
      return undefined
    },
  }))

  const begin = (scenario: Scenario, spread: number): Happening => {
    const at = beginning(scenario.filed, rules, now)
    return {
      at,
      async happen() {
        const filed = await fileAt({ ...scene, now: at }, scenario, receiptSecret)
        played.set(scenario.key, filed)
        return next(filed, withWeekendWord(scenario, at, rules), at, spread)
      },
    }
  }

  const next = async (it: Played, [step, ...rest]: Step[], before: Date, spread: number) => {
    if (!step) return undefined
    const dueAt = step.does === 'wait' ? (await caseNow(scene, it.hash)).case.dueAt : null
    const at = whenDone(step, { before, dueAt, danger: it.danger, spread: spread + rest.length }, rules, now)
    if (!at) throw new Error(`${it.scenario.key} waits for ${dueAt}, which has not come yet`)
    return {
      at,
      happen: async () => {
        await perform({ ...scene, now: at }, it, step, `demo-${rest.length}`, numberOf)
        return next(it, rest, at, spread)
      },
    }
  }

  await inOrder([...coming, ...scenarios.map(begin)])
  return [...played.values()]
}

interface Happening {
  at: Date
  /** Lets it happen; what follows from it comes back. */
  happen(): Promise<Happening | undefined>
}

async function inOrder(coming: Happening[]): Promise<void> {
  while (coming.length > 0) {
    coming.sort((a, b) => b.at.getTime() - a.at.getTime())
    const following = await coming.pop()?.happen()
    if (following) coming.push(following)
  }
}

/** What the hourly job does to the cases themselves; the mails it would send have long been read. */
async function strike(scene: Scene): Promise<void> {
  await superviseLate(scene)
  for (const moveOn of [lapse, archive]) while ((await moveOn(scene)).more);
  await markLamps(scene.db, scene.now)
}

/** Each night links what happened by day, and closes the days before. */
async function record(scene: Scene): Promise<void> {
  const all = await scene.db.select({ id: cases.id }).from(cases)
  await linkCases(
    scene,
    all.map(({ id }) => id),
  )
  await closeDays(scene)
}

function strikes({ rules: { settings }, now }: Scene): Date[] {
  const today = dayIn(settings.zone, now)
  const midnights = Array.from({ length: nights }, (_, ago) =>
    instantIn(settings.zone, addDays(today, ago - nights + 1), '00:01:00'),
  )
  return [...midnights.filter((at) => at < now), now]
}

async function perform(
  scene: Scene,
  { hash, scenario }: Played,
  step: Step,
  key: string,
  numberOf: (key: string) => number,
): Promise<void> {
  const subject = await caseNow(scene, hash)
  if (step.does === 'wait') {
    await strike(scene)
    return
  }
  // The clock may have been faster.
  if (step.does === 'supervise' && subject.case.supervisedAt) return
  const outcome = isWorkerStep(step)
    ? await doAsWorker(scene, subject, step, key)
    : await doAsStaff(scene, subject, step, key, numberOf)
  if (!outcome.ok)
    throw new Error(`${scenario.key}: ${step.does} in ${subject.case.state} is refused: ${outcome.why}`)
}
