/**
 * Lines that every case of a worker has, in whichever process, under one name: messages both ways, and what
 * he may ask of what is kept about him. A process says in which states, and who of the union.
 */
export const filed = {
  write: {
    to: 'same',
    shown: 'hidden',
    meets: ['contact', 'contact_again'],
    noun: 'message',
    asks: ['body', 'file'],
    free: true,
    unrecorded: true,
  },
  // By opening the page, where the case is with somebody; by this where nobody has it any more.
  read_messages: {
    to: 'same',
    shown: 'hidden',
    idle: true,
    noun: 'reading',
    asks: [],
    free: true,
    unrecorded: true,
  },
  note: {
    to: 'same',
    reason: 'required',
    shown: 'hidden',
    noun: 'note',
    asks: ['reason'],
    free: true,
  },
  look_at_identity: {
    to: 'same',
    when: ['named', 'identity_stays', 'not_sealed'],
    reason: 'required',
    shown: 'event',
    idle: true,
    noun: 'identity',
    asks: ['reason'],
    free: true,
  },
  open_originals: {
    to: 'same',
    when: ['identity_stays', 'not_sealed', 'originals_kept'],
    reason: 'required',
    shown: 'event',
    idle: true,
    noun: 'originals',
    asks: ['reason'],
    free: true,
  },
  correct: {
    to: 'same',
    by: ['worker'],
    reason: 'required',
    shown: 'reason',
    noun: 'correction',
    asks: ['reason'],
    free: true,
    perDay: 10,
  },
  erase_identity: {
    to: 'same',
    by: ['worker'],
    when: ['identity_kept'],
    shown: 'event',
    free: true,
  },
  erase_words: { to: 'same', by: ['worker'], shown: 'event', free: true, perDay: 10 },
  // Who seals it while somebody looks, or corrects it, finds it in one of the two states: each makes a turn.
  seal_identity: {
    to: 'same',
    by: ['worker'],
    when: ['identity_kept', 'not_sealed', 'sealable'],
    shown: 'event',
    perDay: 5,
  },
  open_identity: {
    to: 'same',
    by: ['worker'],
    when: ['identity_kept', 'sealed'],
    shown: 'event',
    perDay: 5,
  },
  // It makes a turn: of two who replace it at once, only one has a receipt that holds.
  replace_receipt: {
    to: 'same',
    by: ['worker'],
    shown: 'event',
    perDay: 5,
  },
  write_to_union: {
    to: 'same',
    by: ['worker'],
    shown: 'hidden',
    free: true,
    unrecorded: true,
    perDay: 30,
  },
  archive: { to: 'archived', by: ['clock'], shown: 'event' },
} as const
