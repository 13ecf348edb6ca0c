/** The records of a CSV file (RFC 4180), sign by sign; what is not one throws. */
export function readCsv(text: string): string[][] {
  const records: string[][] = []
  let [record, cell, quoted]: [string[], string, boolean] = [[], '', false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') {
      if (!quoted && cell !== '') throw new Error(`A quote within a cell at ${at}`)
      quoted = !quoted
    } else if (!quoted && sign === ',') {
      record.push(cell)
      cell = ''
    } else if (!quoted && sign === '\r' && text[at + 1] === '\n') {
      records.push([...record, cell])
      ;[record, cell] = [[], '']
      at += 1
    } else cell += sign
  }
  if (quoted || cell !== '' || record.length > 0) throw new Error('It ends within a record')
  return records
}
