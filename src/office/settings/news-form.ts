import type { Bilingual } from '../../db/vocabulary.ts'
import { faultsOfNews, type NewsSetting } from '../../orgs/news-texts.ts'
import { halfWidth } from '../../typed/half-width.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { typedName } from '../../ui/naming.tsx'

/** How workers are told of news, as it was typed. */
export function readNews(body: FormBody): NewsSetting {
  const typed = body.get('news-from')
  return {
    quietFrom: timeIn(body, 'news-quietFrom'),
    quietUntil: timeIn(body, 'news-quietUntil'),
    from: typed && (body.mailbox('news-from') ?? typed),
    sender: typedName(body, 'news-sender'),
    subject: typedName(body, 'news-subject'),
  }
}

/** The fields of the form, as they stand. */
export function newsFields({
  quietFrom,
  quietUntil,
  from,
  sender,
  subject,
}: NewsSetting): Record<string, string> {
  return {
    'news-quietFrom': quietFrom,
    'news-quietUntil': quietUntil,
    'news-from': from,
    'news-sender-zh': sender.zh,
    'news-sender-en': sender.en,
    'news-subject-zh': subject.zh,
    'news-subject-en': subject.en,
  }
}

/** What is wrong with each, by the name of its field. */
export function newsErrors(
  news: NewsSetting,
  name: Bilingual,
  words: { time: string; address: string; length: string; telling: (word: string) => string },
): FieldErrors {
  const faults = faultsOfNews(news, name).map(({ field, fault, word }) => [
    `news-${field}`,
    fault === 'telling' ? words.telling(word) : words[fault],
  ])
  return Object.fromEntries(faults)
}

/** `8:00` and `２１：００` are times as well. */
function timeIn(body: FormBody, name: string): string {
  return halfWidth(body.get(name)).replace(/^\d:/, '0$&')
}
