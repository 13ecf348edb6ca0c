/** The rows of one page out of what was asked for it, one more than it holds; and its last row, if more follow. */
export function pageOfRows<Row>(asked: Row[], size: number): { shown: Row[]; last: Row | undefined } {
  const shown = asked.slice(0, size)
  return { shown, last: asked.length > size ? shown.at(-1) : undefined }
}
