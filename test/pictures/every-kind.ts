import { urls } from '../../src/urls.ts'
import { answersOfEveryKind } from '../forms/examples.ts'
import { change } from './meanwhile.ts'
import type { Scene } from './scenes.ts'
import { fillIn, goTo, inTurn, press, refused, sentBack, shows, toCheck } from './ways.ts'

/** The slug of a form that asks every kind of question. */
export const kindsForm = 'every-kind'

const form = urls.form(kindsForm)
const named = fillIn({ named: 'yes' })

/** Whatever can be seen of it: what is not offered, and numbers that a phone would say. */
const answered = (which: 'right' | 'wrong') =>
  inTurn(
    ...Object.entries(answersOfEveryKind(which)).map(([name, value]) => change(`[name="${name}"]`, value)),
  )

/** Every kind of question: asked, left out, answered wrong, and answered right. */
export const everyKindScenes: Scene[] = [
  { name: 'form-kinds', open: inTurn(goTo(form), named) },
  { name: 'form-kinds-empty', open: refused(form, toCheck, { named: 'yes' }) },
  {
    name: 'form-kinds-wrong',
    open: inTurn(goTo(form), named, answered('wrong'), sentBack(toCheck)),
  },
  {
    name: 'form-kinds-check',
    open: inTurn(goTo(form), named, answered('right'), press(toCheck), shows('.checked')),
  },
]
