import { type Action, actions, lineOf, type processes } from '../cases/processes.ts'

/** The worker's acts that are one text and one button, by the last part of their address. */
export type ActName = { [P in keyof Processes]: ActOf<Processes[P]['moves']> }[keyof Processes]

type Processes = typeof processes
type ActOf<Moves> = {
  [A in keyof Moves]: Moves[A] extends { by: readonly ['worker']; noun: infer Noun } ? Noun : never
}[keyof Moves]

const byNoun = new Map(
  actions.flatMap((action): [string, Action][] => {
    const { by, noun } = lineOf(action)
    return noun !== undefined && by.includes('worker') ? [[noun, action]] : []
  }),
)

export const isActName = (name: string): name is ActName => byNoun.has(name)

/** What an act does, of its process. */
export function actionOf(act: ActName): Action {
  const action = byNoun.get(act)
  if (!action) throw new Error(`No act is called ${act}`)
  return action
}

export const needsText = (act: ActName) => lineOf(actionOf(act)).reason === 'required'
