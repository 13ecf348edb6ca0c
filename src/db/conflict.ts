/** Whether a write failed because a row with the same key is there already, in this table if one is named. */
export function isConflict(error: unknown, table?: string): boolean {
  return textOf(error).includes(table ? `UNIQUE constraint failed: ${table}.` : 'UNIQUE constraint')
}

/** Whether a write failed because it left a column empty that has to hold something, as `case_keys.wrapped`. */
export function isLeftEmpty(error: unknown, column: string): boolean {
  return textOf(error).includes(`NOT NULL constraint failed: ${column}`)
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error)
}
