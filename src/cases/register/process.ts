import { halfTime } from '../../engine/halftime.ts'
import { ours } from '../../engine/lengths.ts'
import { defineProcess } from '../../engine/process.ts'
import { filedEffects } from '../filed/effects.ts'
import { filedGuards } from '../filed/guards.ts'
import { filed } from '../filed/lines.ts'
import type { FiledField, FiledInput, FiledSubject } from '../filed/subject.ts'
import { giveBack } from '../seats/giving-back.ts'

const standing = ['received', 'seen', 'done'] as const
const readable = [...standing, 'closed'] as const

/** What is filed and needs no case: somebody sees it, and it is done. */
export const register = defineProcess<FiledSubject, FiledInput, object, FiledField>()({
  name: 'register',
  version: 1,
  own: null,
  relations: {},
  guards: filedGuards,
  windows: {},
  effects: { ...filedEffects, cancel: giveBack, take_off: giveBack },
  children: {},
  facts: () => ({}),
  deadline: (_kind, _facts, rules, from) => {
    const term = ours('2wd', from, rules)
    return { ...term, halfAt: halfTime(from, term.dueAt, rules) }
  },

  states: {
    received: { holder: 'duty_officer', duty: 'viewing' },
    seen: { holder: 'duty_officer', duty: 'viewing' },
    done: { holder: 'nobody', ended: true },
    closed: { holder: 'nobody', ended: true },
    archived: { holder: 'nobody', ended: true },
  },

  duties: { viewing: { holder: 'union' } },

  moves: {
    // An entry begins here and nowhere else (`filing.ts`).
    enter: { from: [], to: 'received', by: ['worker'], shown: 'event' },
    see: { from: ['received'], to: 'seen', by: ['duty_officer'], shown: 'event', noun: 'viewing', asks: [] },
    finish: {
      from: ['seen'],
      to: 'done',
      by: ['duty_officer'],
      reason: 'optional',
      shown: 'reason',
      noun: 'completion',
      asks: ['reason'],
    },
    // A place that he gives back, or that is taken from him, is the next one's (`seats`).
    cancel: {
      from: standing,
      to: 'closed',
      by: ['worker'],
      reason: 'optional',
      shown: 'event',
      label: 'withdrawn',
      noun: 'cancellation',
      asks: ['reason'],
    },
    take_off: {
      from: standing,
      to: 'closed',
      by: ['duty_officer'],
      reason: 'required',
      shown: 'reason',
      label: 'declined',
      noun: 'removal',
      asks: ['reason'],
    },
    get_place: { from: standing, to: 'same', by: ['system'], shown: 'event', free: true },
    write: { ...filed.write, from: readable, by: ['duty_officer'] },
    read_messages: { ...filed.read_messages, from: readable, by: ['duty_officer'] },
    note: { ...filed.note, from: readable, by: ['duty_officer'] },
    open_originals: { ...filed.open_originals, from: readable, by: ['duty_officer'] },
    look_at_identity: { ...filed.look_at_identity, from: readable, by: ['duty_officer'] },

    correct: { ...filed.correct, from: readable },
    erase_identity: { ...filed.erase_identity, from: readable },
    erase_words: { ...filed.erase_words, from: readable },
    seal_identity: { ...filed.seal_identity, from: readable },
    open_identity: { ...filed.open_identity, from: readable },
    replace_receipt: { ...filed.replace_receipt, from: readable },
    write_to_union: { ...filed.write_to_union, from: readable },
    archive: { ...filed.archive, from: ['done', 'closed'] },
  },
})

export type RegisterAction = keyof typeof register.moves
