import type { PageForm } from './reading-forms.ts'

/** What people write, and what nobody should. */
const typed = [
  '',
  '字',
  'a | b\n丙',
  '12',
  '0.5',
  '很多',
  '-1',
  '99999999999999',
  '<b>&"',
  '{"ref":"x"}',
  '字'.repeat(700),
]

/** Numbers that follow from one. */
export function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
export type Dice = ReturnType<typeof dice>
export const oneOf = <One>(all: readonly One[], roll: Dice) => all[roll(all.length)]

/** What a person sends from a form: most of it as it stood, some of it otherwise, by one of the buttons. */
export function filledIn({ fields, controls, buttons }: PageForm, roll: Dice): [string, string][] {
  const left = new Map<string, string[]>()
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value])
  for (const { name, kind, values } of controls) {
    if (name === 'json' || roll(4) > 0) continue
    if (kind === 'text') left.set(name, [oneOf(typed, roll) ?? ''])
    else if (kind === 'box')
      left.set(
        name,
        values.filter(() => roll(2) === 0),
      )
    else left.set(name, [oneOf(values, roll) ?? ''])
  }
  const button = oneOf(buttons, roll)
  if (button?.name) left.set(button.name, [button.value])
  return [...left].flatMap(([name, all]) => all.map((value): [string, string] => [name, value]))
}
