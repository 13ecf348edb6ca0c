import { expect, test } from 'vitest'
import current from '../../docs/processes.md?raw'
import { processesPage } from '../../scripts/diagrams/processes.ts'

test('the diagrams of the processes are current; else `npm run diagrams`', () => {
  expect(current).toBe(processesPage())
})
