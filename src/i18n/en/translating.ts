import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const translating: Messages['translating'] = {
  left: (missing, stale) =>
    missing + stale === 0
      ? 'Everything is translated.'
      : [
          missing > 0 && `${counted(missing, 'text has', 'texts have')} no English yet.`,
          stale > 0 && `${counted(stale, 'text has', 'texts have')} changed in Chinese since.`,
        ]
          .filter(Boolean)
          .join(' '),
  none: 'There is nothing to translate',
  done: (count) => `${counted(count, 'text is', 'texts are')} translated`,
  states: { missing: 'No English yet', stale: 'The Chinese has changed', done: 'Done' },
  stillRight: 'The English is right as it is',
  table: {
    title: 'Translate it in a table',
    out: 'Give it to a translator',
    outLead:
      'The table has every text in Chinese, its English and where it stands. Only the column “en” is to be filled in; what is right as it is gets “Done” in the column “status”.',
    download: 'Download the table (CSV)',
    in: 'Bring it back',
    inLead: (kilobytes) =>
      `Choose a file, or paste the whole table: ${kilobytes} KB at most. You see what it changes before anything is saved.`,
    file: 'The translated table',
    paste: 'Or paste it here',
    look: 'See what it changes',
    wrong: {
      missing: 'Please choose a file, or paste the table',
      too_large: (kilobytes) => `This is too large; ${kilobytes} KB at most`,
      no_text: 'This file is not a table in text; please save it as CSV first',
      columns: 'The first row needs the columns id, zh and en',
    },
  },
  incoming: {
    title: 'What the table changes',
    lead: 'Nothing is saved yet. Look it through, correct it, and save it.',
    nothing: 'The table changes no English.',
    changed: (count) => counted(count, 'change', 'changes'),
    before: (en) => `Before: ${en}`,
    new: 'No English before',
    outdated: (count) =>
      `The Chinese of ${counted(count, 'text', 'texts')} has changed since. The English is as it was; please look at each`,
    made: (zh) => `Translated from: ${zh}`,
    use: (en) => `Use this one: ${en}`,
    confirmed: 'Right as it is',
    unknown: 'These are not texts of this form, and are left out',
    repeated: 'These are there twice; the first one counts',
  },
}
