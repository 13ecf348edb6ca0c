import type { Messages } from '../catalog.ts'

export const sites: Messages['sites'] = {
  label: 'Note',
  labelHint: 'For the union alone, never on a poster. For example: gate 2, by the punch clock',
  labelIt: 'Change the note',
  standings: {
    open: 'Open',
    notYet: 'Not open yet',
    over: 'Over',
    closed: 'Closed',
  },
  from: (day) => `Open from ${day} on`,
}
