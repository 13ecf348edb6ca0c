import { Pool } from 'undici'
import { processorTime } from './processor.ts'

export interface Shot {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface Reading {
  perSecond: number
  /** Processor time of the Worker's process for one request, in milliseconds. */
  cpu: number
}

/** Fires `count` requests over so many connections, each after the answer to the one before. */
export async function load(
  target: { url: string; pid: number | undefined },
  shots: Iterator<Shot>,
  options: { connections: number; count: number; expected: number },
): Promise<Reading> {
  const pool = new Pool(target.url, { connections: options.connections, pipelining: 1 })
  const busyBefore = target.pid ? processorTime(target.pid) : Number.NaN
  const start = performance.now()
  let left = options.count
  const connection = async () => {
    while (left > 0) {
      left -= 1
      await fire(pool, shots, options.expected)
    }
  }
  await Promise.all(Array.from({ length: options.connections }, connection))
  const seconds = (performance.now() - start) / 1000
  const busy = target.pid ? processorTime(target.pid) - busyBefore : Number.NaN
  await pool.close()
  return { perSecond: options.count / seconds, cpu: busy / options.count }
}

async function fire(pool: Pool, shots: Iterator<Shot>, expected: number) {
  const { value: shot } = shots.next()
  const { path, method = 'GET', headers = {}, body = null } = shot as Shot
  const answer = await pool.request({ path, method, headers, body })
  const text = await answer.body.text()
  if (answer.statusCode !== expected) {
    throw new Error(`${method} ${path} answered ${answer.statusCode}:\n${text.slice(0, 2000)}`)
  }
}

/** The middle one of three readings. */
export function median(readings: Reading[]): Reading {
  const middle = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
  return {
    perSecond: middle(readings.map((one) => one.perSecond)),
    cpu: middle(readings.map((one) => one.cpu)),
  }
}
