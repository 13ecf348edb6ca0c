import { categories, roles } from '../../db/vocabulary.ts'
import type { Messages } from '../../i18n/catalog.ts'
import type { SettingKey } from '../../orgs/changing-settings.ts'

/** What an entry of the log is about: what is stored by codes is read as words. */
export function subjectInWords(
  { words, office: { log } }: Messages,
  action: string,
  subject: string,
): string {
  switch (action) {
    case 'mail_sent_again':
    case 'sites_added':
      // The id of a mail or a batch, which says nothing to anybody.
      return ''
    case 'settings_changed':
      return inWords(subject, log.settings satisfies Record<SettingKey, string>, log.otherSetting)
    case 'role_granted':
    case 'role_revoked':
    case 'naming_proposed':
    case 'naming_refused':
    case 'named_for_category':
    case 'unnamed_for_category': {
      const [whom, ...about] = subject.split(': ')
      const codes = { ...pick(roles, words.roles), ...pick(categories, words.categories) }
      return [whom, ...about.map((it) => inWords(it, codes))].join(log.colon)
    }
    default:
      return subject
  }

  function inWords(list: string, known: Partial<Record<string, string>>, other?: string): string {
    return list
      .split(', ')
      .map((it) => known[it] ?? other ?? it)
      .join(log.and)
  }
}

function pick<K extends string>(keys: readonly K[], names: Record<K, string>): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, names[key]]))
}
