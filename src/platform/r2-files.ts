import type { Files } from './types.ts'

/** Files in a bucket of R2. */
export function filesIn(bucket: R2Bucket): Files {
  return {
    async read(name) {
      const file = await bucket.get(name)
      return file && new Uint8Array(await file.arrayBuffer())
    },
    async create(name, bytes) {
      await bucket.put(name, bytes, { onlyIf: { etagDoesNotMatch: '*' } })
    },
    remove: (names) => bucket.delete(names),
    list: async (prefix) => (await bucket.list({ prefix })).objects.map(({ key }) => key),
    async look(prefix, after) {
      const { objects } = await bucket.list({ prefix, ...(after && { startAfter: after }) })
      return objects.map(({ key, uploaded }) => ({ name: key, at: uploaded }))
    },
  }
}
