import type { Messages } from '../../i18n/catalog.ts'

type Why = keyof Messages['office']['mail']['why']

/** What the answer of a mail server, of the platform, or of our own sender comes to. */
const signs: [RegExp, Why][] = [
  [/^not an e-mail address/, 'noAddress'],
  [/^could not be written/, 'notWritten'],
  [/offers no encryption/, 'noEncryption'],
  [/hung up/, 'hungUp'],
  [/E_SENDER/, 'sender'],
  [/E_RECIPIENT/, 'recipient'],
  [/E_(?:RATE|DAILY)/, 'tooMany'],
  [/^Error: 53[0458]/, 'password'],
  [/^Error: 55[0134]/, 'recipient'],
  [/^Error: 4\d\d/, 'later'],
  [/^Error: 5\d\d|E_[A-Z]/, 'refused'],
]

/** Why a mail did not go out, in a sentence; what the other side said stands beside it in its own words. */
export function whyNotSent({ office: { mail } }: Messages, error: string): string {
  const found = signs.find(([sign]) => sign.test(error))
  return mail.why[found ? found[1] : 'unreachable']
}
