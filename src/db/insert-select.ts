import { Column, getTableColumns, is, SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.ts'

/** What each column of the new rows becomes: a value, encoded as its column keeps it, or an expression. */
export type Selected<Table extends SQLiteTable> = {
  [Key in keyof Table['$inferInsert']]: Table['$inferInsert'][Key] | SQL | SQLiteColumn
}

/**
 * The statement `insert … select`, for a batch like any other: `from` is what follows the selected
 * columns, and a column that is not named takes its default. Where `on conflict` comes after it, `from`
 * has to end in a condition (`where true`), lest SQLite reads `on` as part of a join.
 */
export function insertSelect<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  columns: Selected<Table>,
  from: SQL,
) {
  const given: Partial<Record<string, unknown>> = columns
  // Drizzle names all columns in the order of the table, but those that SQLite computes.
  const selected = Object.entries(getTableColumns(table))
    .filter(([, column]) => column.generated === undefined)
    .map(([key, column]) => expressionOf(given[key], column))
  return db.insert(table).select(sql`select ${sql.join(selected, sql`, `)} ${from}`)
}

function expressionOf(value: unknown, column: SQLiteColumn): SQL {
  const meant = value === undefined ? (column.default ?? null) : value
  return is(meant, SQL) || is(meant, Column) ? sql`${meant}` : sql`${sql.param(meant, column)}`
}
