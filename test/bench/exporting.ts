import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { csvText } from '../../src/exports/csv.ts'
import { tableAsXlsx } from '../../src/exports/xlsx/table-as-xlsx.ts'
import { printTable } from './table.ts'

const count = 100_000
/** As many as are read at a time. */
const batch = 100
const head = Array.from({ length: 20 }, (_, at) => `第 ${at} 个问题 [q${at}]`)

/** What is written of each answer, and how much memory that takes at the beginning and at the end. */
export async function tablesOfManyRows(): Promise<void> {
  const rows = [
    await measured('CSV', csvText({ head, rows: batches() })),
    await measured('XLSX', tableAsXlsx({ head, rows: batches() }, '答案', new Date('2026-09-21'))),
  ]
  printTable(
    `A table of ${count} answers to ${head.length} questions, written as it is sent`,
    ['', 'processor ms', 'MB sent', 'peak of the first tenth', 'peak of the last tenth', 'ratio'],
    rows,
  )
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** What is held on to, in bytes. */
function inUse(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

let written = 0

async function* batches() {
  for (written = 0; written < count; written += batch)
    yield Array.from({ length: batch }, (_, at) =>
      head.map((_, column) =>
        column % 4 === 0 ? written + at : `答案 ${written + at} 的第 ${column} 项 <&>`,
      ),
    )
}

async function measured(
  name: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<(string | number)[]> {
  const [begun, peaks] = [process.cpuUsage(), Array<number>(10).fill(0)]
  let sent = 0
  for await (const piece of pieces) {
    sent += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    const tenth = Math.min(9, Math.floor((10 * written) / count))
    if (written % (batch * 20) === 0) peaks[tenth] = Math.max(peaks[tenth] ?? 0, inUse())
  }
  const { user, system } = process.cpuUsage(begun)
  const [first = 0, last = 0] = [peaks[0], peaks[9]]
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  return [
    name,
    Math.round((user + system) / 1000),
    megabytes(sent),
    megabytes(first),
    megabytes(last),
    (last / first).toFixed(2),
  ]
}
