/** Whether a write failed because a row with the same key is there already, in this table if one is named. */
export function isConflict(error: unknown, table?: string): boolean {
  const text = error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error)
  return text.includes(table ? `UNIQUE constraint failed: ${table}.` : 'UNIQUE constraint')
}
