import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { readDay } from '../../typed/day.ts'
import { ahead, because, type Kind } from './kind.ts'
import { question, yes } from './settings.ts'

export const settings = v.object({
  type: v.literal('date'),
  ...question,
  /** A month is enough. */
  dayOptional: yes,
})
type Asked = v.InferOutput<typeof settings>

export const dateParts = ['year', 'month', 'day'] as const

/** A day, or a month, as `2026-11-22` or `2026-11`. */
export const date: Kind<Asked, string> = {
  wants: 'words',
  controls: ({ name }) => dateParts.map((part) => `${name}-${part}`),
  read({ name }, posted) {
    const [year = '', month = '', day = ''] = dateParts.map((part) => posted.get(`${name}-${part}`))
    return year || month || day ? { year, month, day } : undefined
  },
  check: ({ dayOptional }) =>
    v.pipe(
      v.object({ year: v.string(), month: v.string(), day: v.string() }),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const read = readDay(dataset.value)
        if (read.ok && (dayOptional || read.day.length === 10)) return read.day
        const unclear = dayOptional ? 'not_a_month' : 'not_a_date'
        addIssue({ message: because(read.ok || read.why === 'unclear' ? unclear : read.why) })
        return NEVER
      }),
    ),
  untrueOn: ahead,
  show: (_, given, { locale }) => dayText(given, locale),
  written: () => [],
}

/** As people write it. */
function dayText(day: string, locale: Locale): string {
  const whole = day.length === 10
  const at = new Date(`${whole ? day : `${day}-01`}T00:00:00Z`)
  const parts = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const
  const format = whole ? ({ ...parts, day: 'numeric' } as const) : parts
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', format).format(at)
}
