/** Calls `end` when what started this process is gone: killing npm kills its shell, which tells nobody. */
export function whenOrphaned(end) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(), 500).unref()
}
