import { categories, roles } from '../../db/vocabulary.ts'
import type { Messages } from '../../i18n/catalog.ts'

/** What an entry of the log is about; the roles and categories in it are stored as codes, and read as words. */
export function subjectInWords({ words }: Messages, subject: string): string {
  const [whom, ...about] = subject.split(': ')
  return [whom, ...about.map((it) => it.split(', ').map(inWords).join(', '))].join(': ')

  function inWords(code: string): string {
    const role = roles.find((it) => it === code)
    const category = categories.find((it) => it === code)
    if (role) return words.roles[role]
    return category ? words.categories[category] : code
  }
}
