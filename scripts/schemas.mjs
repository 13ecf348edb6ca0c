// npm run schemas: writes what a form may be, as JSON Schema, out of what reads it.
import { writeFileSync } from 'node:fs'
import { ensureNode24 } from './node24.mjs'
import { root } from './root.mjs'

ensureNode24()

const { formSchema } = await import('./schemas/form.ts')
writeFileSync(new URL('public/schemas/form-1.json', root), formSchema())
