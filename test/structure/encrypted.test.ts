import { getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { encryptedColumns } from '../../src/cases/keys/encrypted-columns.ts'
import { sources } from './sources.ts'

test('whatever the key of a case encrypts is in the one list, by which it gets another key', () => {
  const tables = sources.filter(([path]) => path.startsWith('db/tables/')).map(([, text]) => text)
  const declared = tables.flatMap((text) =>
    text
      .split(/sqliteTable\(\s*/)
      .slice(1)
      .flatMap((table) => {
        const name = /^'(\w+)'/.exec(table)?.[1]
        return [...table.matchAll(/\bencrypted\('(\w+)'\)/g)].map(([, column]) => `${name}.${column}`)
      }),
  )
  const listed = Object.values(encryptedColumns).map(
    ({ column }) => `${getTableName(column.table)}.${column.name}`,
  )
  expect(listed.length).toBeGreaterThan(5)
  expect(listed.toSorted()).toEqual(declared.toSorted())
})
