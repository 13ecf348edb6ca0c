import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { readDay } from '../../typed/day.ts'
import type { AnswerError, Posted } from '../answers.ts'
import { because } from './kind.ts'

export type DayPart = 'year' | 'month' | 'day'

/** The name of the control of a part. */
export const partOf = ({ name }: { name: string }, part: DayPart) => `${name}-${part}`

/** Of a kind whose day is posted in these parts, a field for each. */
export const inDayParts = (parts: readonly DayPart[]) => ({
  wants: 'words' as const,
  controls: (asked: { name: string }) => parts.map((part) => partOf(asked, part)),
  read(asked: { name: string }, posted: Posted) {
    const typed = parts.map((part) => [part, posted.get(partOf(asked, part))])
    return typed.some(([, text]) => text) ? { day: '', ...Object.fromEntries(typed) } : undefined
  },
  show: (_: unknown, given: string, { locale }: { locale: Locale }) => dayText(given, locale),
  cell: (_: unknown, given: string) => given,
  written: () => [],
})

/** A day or a month out of its parts, if `keep` takes it from what was read; else `unclear`. */
export function dayFrom(keep: (read: string) => string | null, unclear: AnswerError) {
  return v.pipe(
    v.object({ year: v.string(), month: v.string(), day: v.string() }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readDay(dataset.value)
      const day = read.ok ? keep(read.day) : null
      if (day) return day
      addIssue({ message: because(read.ok || read.why === 'unclear' ? unclear : read.why) })
      return NEVER
    }),
  )
}

/** As people write it. */
function dayText(day: string, locale: Locale): string {
  const whole = day.length === 10
  const at = new Date(`${whole ? day : `${day}-01`}T00:00:00Z`)
  const parts = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const
  const format = whole ? ({ ...parts, day: 'numeric' } as const) : parts
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', format).format(at)
}
