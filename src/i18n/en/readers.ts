import type { Messages } from '../catalog.ts'

export const readers: Messages['readers'] = {
  title: 'Who can really read it, as set now',
  people: (role, count) => `${role}: ${count}`,
  listed: ', ',
  colon: ': ',
  nobody: 'nobody',
  by: {
    open: {
      worker:
        'It is read by the union it is sent to, and by those above; a worker may leave his own unit out.',
      officer: 'It is read by the union it is sent to, and by those above.',
    },
    confidential:
      'The union of the employer cannot read it; those of the township, street or industry and above can.',
  },
  named: (category, names) =>
    names
      ? `“${category}” is read by the people named for it alone: ${names}.`
      : `“${category}” is read by the people named for it alone, and nobody is named yet: nobody can read it.`,
  whole: (people) => `At the federation, everything: ${people}`,
  parts: (people) => `In the unions below, only their own: ${people}`,
  never: 'Administrators and auditors cannot read it, nor can anybody who stands aside.',
  compare: {
    worker: 'Compare it with “Who reads the answers” above, which workers are told: the two must agree.',
    officer:
      'Compare it with “Who reads the answers” above, which whoever fills it in is told: the two must agree.',
  },
  filledBy: 'Who fills it in',
  fillers: {
    worker: { label: 'Workers, about themselves' },
    officer: {
      label: 'Officers of the union, about others',
      hint: 'Nobody is asked whether to keep it from the unit, or told that managers do not see it. For visits, files and surveys.',
    },
  },
  process: 'What happens once it is sent',
  processes: {
    grievance: {
      label: 'It is handled',
      hint: 'It becomes a case: accepted, given to somebody, answered by the dates of the law, and chased when they pass.',
    },
    register: {
      label: 'It is registered',
      hint: 'Somebody sees it and notes that it is done; there is no deadline. For signing up, registers and surveys.',
    },
  },
}
