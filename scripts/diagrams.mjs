// npm run diagrams: draws every process out of its data into docs/processes.md.
import { writeFileSync } from 'node:fs'
import { ensureNode24 } from './node24.mjs'
import { root } from './root.mjs'

ensureNode24()

const { processesPage } = await import('./diagrams/processes.ts')
writeFileSync(new URL('docs/processes.md', root), processesPage())
