import { processes } from '../../src/cases/processes.ts'
import type { State } from '../../src/db/vocabulary.ts'
import type { Move } from '../../src/engine/move.ts'
import type { Lines } from '../../src/engine/process.ts'
import { words } from '../../src/i18n/en/words.ts'

type Drawn = Pick<Lines, 'name' | 'version' | 'states' | 'moves'>

/** The text of docs/processes.md: every process as a diagram of its states and a list of what leaves them. */
export function processesPage(): string {
  const head = [
    '# Processes',
    '',
    'Made from `src/cases/*/process.ts` by `npm run diagrams`; a test holds that this page is current. An arrow',
    'is a move, with who may make it; `clock` moves by itself when a time is over.',
  ]
  return `${[...head, ...Object.values(processes).flatMap((one) => sectionOf(one as Drawn))].join('\n')}\n`
}

function sectionOf({ name, version, states, moves }: Drawn): string[] {
  const lines = Object.entries(moves)
  const arrows = lines.flatMap(([action, move]) => arrowsOf(action, move))
  const ends = (Object.keys(states) as State[]).filter((state) => states[state]?.ended)
  return [
    '',
    `## ${name} (version ${version})`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...(Object.keys(states) as State[]).map((state) => `  state "${words.states[state]}" as ${state}`),
    ...merged(arrows),
    ...ends
      .filter((state) => !lines.some(([, { from, to }]) => from.includes(state) && to !== 'same'))
      .map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| state | who has it | what is owed in it |',
    '| --- | --- | --- |',
    ...Object.entries(states).map(
      ([state, rule]) =>
        `| ${state} | ${rule.ended ? 'nobody; it has ended' : rule.holder} | ${rule.duty ?? ''} |`,
    ),
    '',
    'Moves that leave the state as it is:',
    '',
    '| move | in | by |',
    '| --- | --- | --- |',
    ...lines
      .filter(([, { to }]) => to === 'same')
      .map(([action, { from, by }]) => `| ${action} | ${from.join(', ')} | ${by.join(', ')} |`),
  ]
}

interface Arrow {
  way: string
  label: string
}

function arrowsOf(action: string, { from, to, by, opens }: Move): Arrow[] {
  if (to === 'same') return []
  const label = `${action} (${by.join(', ')})${opens ? ` + ${opens}` : ''}`
  const froms = from.length === 0 ? ['[*]'] : from
  return froms.map((state) => ({ way: `  ${state} --> ${to}`, label }))
}

/** One arrow a way, with all moves that go it. */
function merged(arrows: Arrow[]): string[] {
  const ways = Map.groupBy(arrows, ({ way }) => way)
  return [...ways].map(([way, all]) => `${way}: ${all.map(({ label }) => label).join('<br>')}`)
}
