import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { buildWorker } from './build.ts'

/** Builds the Worker once for all journeys. */
export default async function setup(project: TestProject) {
  const worker = await buildWorker()
  project.provide('worker', worker)
  return () => rmSync(worker.dir, { recursive: true, force: true })
}
