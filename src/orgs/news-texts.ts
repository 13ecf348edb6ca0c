import * as v from 'valibot'
import { type Bilingual, locales } from '../db/vocabulary.ts'
import { isWithin } from '../typed/graphemes.ts'
import { oneLine } from '../typed/line.ts'
import type { Settings } from './settings.ts'
import { tellingWord } from './telling-words.ts'

const short = v.pipe(
  v.string(),
  v.transform(oneLine),
  v.nonEmpty(),
  v.check((it) => isWithin(it, 40)),
)
const neutral = v.pipe(
  short,
  v.check((it) => tellingWord(it) === null),
)
const time = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))
const from = v.union([v.literal(''), v.pipe(v.string(), v.maxLength(200), v.email())])

/** How a worker is told that there is news: quiet hours, and sender and subject that say nothing of what it is. */
export const newsSetting = v.object({
  /** Local times of day between which nothing is sent; the same twice, and it is sent at any hour. */
  quietFrom: time,
  quietUntil: time,
  /** An address of its own to send from; empty, it is that of all mail. */
  from,
  sender: v.object({ zh: neutral, en: neutral }),
  subject: v.object({ zh: neutral, en: neutral }),
})

export type NewsSetting = v.InferOutput<typeof newsSetting>

export const defaultNews: NewsSetting = {
  quietFrom: '21:00',
  quietUntil: '08:00',
  from: '',
  sender: { zh: '消息提醒', en: 'Reminder' },
  subject: { zh: '有新消息', en: 'There is news' },
}

/** What is wrong with one field: it is no time or address, is empty or too long, or its `word` tells what it is about. */
export interface NewsFault {
  field: string
  fault: 'time' | 'address' | 'length' | 'telling'
  word: string
}

/** What is wrong with how workers are told, by field (`sender-zh`); the name of the federation tells, too. */
export function faultsOfNews(news: NewsSetting, name: Bilingual): NewsFault[] {
  const times = (['quietFrom', 'quietUntil'] as const).filter((field) => !v.is(time, news[field]))
  const texts = (['sender', 'subject'] as const).flatMap((text) =>
    locales.map((locale) => ({ field: `${text}-${locale}`, typed: news[text][locale] })),
  )
  return [
    ...times.map((field) => ({ field, fault: 'time' as const, word: '' })),
    ...(v.is(from, news.from) ? [] : [{ field: 'from', fault: 'address' as const, word: '' }]),
    ...texts.flatMap(({ field, typed }): NewsFault[] => {
      if (!v.is(short, typed)) return [{ field, fault: 'length', word: '' }]
      const word = tellingWord(typed, Object.values(name))
      return word === null ? [] : [{ field, fault: 'telling', word }]
    }),
  ]
}

/** From which address workers are told, as they see it. */
export function newsAddress({ news, mail }: Pick<Settings, 'news' | 'mail'>): string {
  return news.from || mail.from
}

/** By what workers are told, for who is to say so before one leaves his mailbox. */
export function newsTexts(settings: Pick<Settings, 'news' | 'mail'>) {
  const { sender, subject } = settings.news
  return { sender, subject, address: newsAddress(settings) }
}
