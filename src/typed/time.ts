import { closedUp } from './half-width.ts'

/** A time of day as `08:30`, out of what people type: `8:30`, `8点半`, `下午3点`, `0830`. Null where a text is none. */
export function timeOfDay(text: string): string | null {
  const typed = inFigures(closedUp(text).toLowerCase())
  const half = halves.find(({ called }) => called.test(typed))
  const rest = half ? typed.replace(half.called, '') : typed
  const [, said, minutes = '0'] = spoken.exec(rest) ?? run.exec(rest) ?? []
  if (said === undefined) return null
  const hour = half ? half.hour(Number(said)) : Number(said)
  const minute = Number(minutes)
  // A day ends at 24:00, when the next one begins.
  if (hour === 24 && minute === 0) return '00:00'
  return hour < 24 && minute < 60 ? [hour, minute].map((it) => String(it).padStart(2, '0')).join(':') : null
}

const spoken = /^(\d{1,2})(?:[:.点时h](?:[钟整]|(\d{1,2})(?::\d\d|分)?)?)?$/
/** Without a mark between them. */
const run = /^(\d{1,2})(\d\d)$/

/** Parts of the day that go before an hour, or behind it, and the hour that is meant; it is past all where none can be. */
const halves = [
  { called: /^凌晨|a\.?m\.?$/, hour: (said: number) => (said === 12 ? 0 : upTo(11, said)) },
  { called: /^(?:清晨|早晨|早上|上午|早)/, hour: (said: number) => upTo(12, said) },
  { called: /^中午/, hour: (said: number) => (said <= 2 ? said + 12 : upTo(13, said)) },
  { called: /^(?:下午|傍晚)|p\.?m\.?$/, hour: (said: number) => (said < 12 ? said + 12 : said) },
  { called: /^(?:晚上|夜里|半夜|深夜|晚)/, hour: atNight },
]

const upTo = (most: number, said: number) => (said <= most ? said : Number.POSITIVE_INFINITY)

/** The night ends in the morning: at one it is one, at ten it is twenty-two. */
function atNight(said: number): number {
  if (said === 12) return 0
  return said > 4 && said < 12 ? said + 12 : said
}

const ones = '零一二三四五六七八九'

function inFigures(text: string): string {
  return text
    .replace(/(?<=[点时])半/, '30分')
    .replace(/([一三])刻/, (_, quarters) => (quarters === '一' ? '15分' : '45分'))
    .replace(/[〇零一二两三四五六七八九十]+/g, (words) => String(numeral(words)))
}

/** A number below a hundred in characters, perhaps with a zero before its ones. */
function numeral(words: string): number {
  const [before = '', after] = words
    .replace('两', '二')
    .replace(/[〇零](?=.)/, '')
    .split('十')
  const one = (digit: string) => ones.indexOf(digit)
  if (after === undefined) return before.length === 1 ? Math.max(0, one(before)) : Number.POSITIVE_INFINITY
  return (before ? one(before) : 1) * 10 + (after ? one(after) : 0)
}
