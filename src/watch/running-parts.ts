import { logFailure } from '../log.ts'
import type { Scene } from '../orgs/scene.ts'

/** What a job of the clock does, in this order. */
export type Parts<Result> = Record<string, (scene: Scene) => Promise<Result>>

/** Runs all parts; one that fails is noted and stops none of the others. Answers what the others answered. */
export async function runParts<Result>(job: string, parts: Parts<Result>, scene: Scene): Promise<Result[]> {
  const results: Result[] = []
  for (const [name, part] of Object.entries(parts)) {
    try {
      results.push(await part(scene))
    } catch (error) {
      logFailure(`${job} failed at ${name}`, error)
    }
  }
  return results
}
