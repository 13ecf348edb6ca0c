import type { Locale } from '../../db/vocabulary.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Block } from '../../mail/content.ts'
import { urls } from '../../urls.ts'
import type { DigestData } from './data.ts'

/** How much waits for the reader, the most urgent of it by number, and the way to all of it. */
export function yourTurn(
  locale: Locale,
  { turns }: DigestData,
  to: (path: string) => string | null,
): Block[] {
  const { digest, mails } = catalogs[locale]
  const desk: Block = { kind: 'button', text: digest.toDesk, href: to(urls.desk) }
  if (!turns) return [desk]
  const { count, overdue, first } = turns
  if (count === 0) return [{ kind: 'text', text: digest.noTurns }, desk]
  const lines = first.map(({ id, number, isLate }) => ({
    text: isLate ? digest.lateCase(number) : mails.caseNumber(number),
    href: to(urls.deskCase(id)),
    late: isLate,
  }))
  const left = count - first.length
  return [
    { kind: 'heading', text: digest.turns(overdue) },
    { kind: 'list', lines: left > 0 ? [...lines, { text: digest.moreTurns(left) }] : lines },
    desk,
  ]
}
