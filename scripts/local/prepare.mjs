import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from '../root.mjs'

/**
 * Runs seed.mjs in a process of its own, for a service that will be reached at this address; tells whether
 * it wrote demo data, and the code of a site.
 */
export function prepareDatabase(persistTo, address) {
  const script = fileURLToPath(new URL('scripts/seed.mjs', root))
  return new Promise((resolve, reject) => {
    const flags = ['--address', address, ...(persistTo ? ['--persist-to', persistTo] : [])]
    const child = fork(script, flags, { cwd: fileURLToPath(root) })
    let result
    child.on('message', (message) => {
      result = message
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 && result ? resolve(result) : reject(new Error('The local database could not be prepared.')),
    )
  })
}
