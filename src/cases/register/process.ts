import { halfTime } from '../../engine/halftime.ts'
import { ours } from '../../engine/lengths.ts'
import { defineProcess, type Input, type Subject } from '../../engine/process.ts'

/** What is filed and needs no case: somebody sees it, and it is done. */
export const register = defineProcess<Subject, Input, object, 'reason'>()({
  name: 'register',
  version: 1,
  own: null,
  relations: {},
  guards: {},
  windows: {},
  effects: {},
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
    annotate: {
      from: ['received', 'seen', 'done'],
      to: 'same',
      by: ['duty_officer'],
      reason: 'required',
      shown: 'hidden',
      noun: 'annotation',
      asks: ['reason'],
      free: true,
    },
    archive_entry: { from: ['done'], to: 'archived', by: ['clock'], shown: 'event' },
  },
})

export type RegisterAction = keyof typeof register.moves
