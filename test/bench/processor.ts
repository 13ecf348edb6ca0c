import { readdirSync, readFileSync } from 'node:fs'

/** The workerd processes that this process has started, by id; none where /proc is missing. */
function workerds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        const fields = statOf(pid)
        return fields?.name === 'workerd' && fields.parent === process.pid
      })
  } catch {
    return []
  }
}

/** Starts a service and finds the process that it runs in. */
export async function started<T>(start: () => Promise<T>) {
  const before = workerds()
  const value = await start()
  return { value, pid: workerds().find((pid) => !before.includes(pid)) }
}

/** Processor time that a process has used so far, in milliseconds. */
export function processorTime(pid: number): number {
  const fields = statOf(pid)
  // Linux counts in hundredths of a second (sysconf _SC_CLK_TCK) on every platform Node runs on.
  return fields ? fields.ticks * 10 : Number.NaN
}

function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { name, parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) }
  } catch {
    return null
  }
}
