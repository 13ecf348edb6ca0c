import type { Posted } from '../../src/forms/answers.ts'
import { type Reading, readAnswers } from '../../src/forms/checked-answers.ts'
import type { Definition } from '../../src/forms/definition.ts'
import { fieldNamed } from '../../src/forms/definition.ts'
import type { Opened } from '../../src/forms/versions.ts'
import type { Scenario } from './story.ts'

/** What the worker of a scenario typed into the form of its site, read as the service reads it. */
export function answersOf(scenario: Scenario, opened: Opened, today: string): Reading {
  const { definition } = opened.version
  const typed = Object.entries({ ...typedBy(scenario), ...scenario.more }).filter(([name, value]) => {
    const asked = fieldNamed(definition, name.replace(/-other$/, ''))
    return asked && value !== ''
  })
  const { enterprise } = opened
  const reading = readAnswers(definition, posted(Object.fromEntries(typed)), {
    named: scenario.named !== undefined,
    today,
    ...(enterprise && { enterprise: { id: enterprise.id, name: enterprise.name.zh } }),
  })
  const wrong = [...Object.entries(reading.errors).map((pair) => pair.join(' ')), ...reading.unknown]
  if (wrong.length > 0) throw new Error(`${scenario.key} does not fill in its form: ${wrong.join(', ')}`)
  return reading
}

/** The form's own way where it leaves no choice. */
export function modeOf({ mode }: Scenario, { modes }: Definition) {
  const wanted = mode ?? 'complaint'
  return modes.includes(wanted) ? wanted : (modes[0] ?? wanted)
}

function typedBy({ says, about, wants, workers, danger, named }: Scenario): Record<string, string> {
  const yes = danger ? 'yes' : 'no'
  return {
    danger: yes,
    urgent: yes,
    story: says,
    ...(about === 'other' ? { matter: 'other', 'matter-other': '不清楚算哪一类' } : { matter: about ?? '' }),
    wish: wants ?? '',
    people: String(workers ?? 1),
    worker_name: named?.[0] ?? '',
    worker_phone: named?.[1] ?? '',
    agreed: 'yes',
  }
}

function posted(values: Record<string, string | string[]>): Posted {
  const all = (name: string) => [values[name] ?? []].flat()
  return { get: (name) => all(name)[0] ?? '', all, names: () => Object.keys(values) }
}
