import type { Posted } from '../answers.ts'

interface Asked {
  name: string
}

/** The name of the control that says which one is meant, where several go by the words. */
export const idOf = ({ name }: Asked) => `${name}-id`

/** Of a kind that is looked up by the words that were typed. */
export const lookedUp = {
  wants: 'words' as const,
  controls: (asked: Asked) => [asked.name, idOf(asked)],
  read(asked: Asked, posted: Posted) {
    const name = posted.get(asked.name)
    return name ? { name, id: posted.get(idOf(asked)) } : undefined
  },
}
