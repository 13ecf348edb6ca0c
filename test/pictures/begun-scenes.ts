import { noted, to } from './paged-scenes.ts'
import type { Scene } from './scenes.ts'
import { fileUntil, fillIn, goTo, inTurn, press, shows } from './ways.ts'

/** What a form of one page shows of what was begun in it. */
export function begunScenes(form: string): Scene[] {
  const checked = fileUntil('check', form)
  const back = inTurn(checked, goTo(form), shows(to('anew')))
  const later = inTurn(fillIn({ story: '九月的工资到现在还没有发。' }), press(to('keep')), shows('.code'))
  return [
    { name: 'form-check-note', open: inTurn(checked, noted) },
    { name: 'form-kept', open: inTurn(goTo(form), later) },
    { name: 'form-begun-here', open: back },
    { name: 'form-begun', open: inTurn(back, press('main a.button'), shows(to('keep'))) },
  ]
}
