import type { FieldOf } from '../../forms/fields.ts'
import { controlOf } from '../../forms/kinds/in-parts.ts'
import { degrees } from '../../forms/kinds/place.ts'
import { Group } from '../fields/field.tsx'
import { type Asked, around, isOffered } from './asking.ts'
import { drawnParts } from './drawn-parts.ts'

type It = Asked<FieldOf<'place'>>

/** The words for a place. Its numbers are there to be seen once there are some; a script puts them in where it is asked to. */
export function Place(it: It) {
  const { view, values, errors } = it.asking
  const { name } = it.field
  const words = view.m.questions.place
  const { idOf, isFaulty } = drawnParts(it, ['words', ...degrees])
  const isWrong = errors[name] !== undefined && !degrees.some(isFaulty)
  return (
    <Group {...around(it)}>
      <label for={idOf('words')}>{words.words}</label>
      <input
        id={idOf('words')}
        name={name}
        value={values.get(name)}
        autocomplete={isOffered(it.field) ? undefined : 'off'}
        aria-invalid={isWrong ? 'true' : undefined}
      />
      <Located it={it} />
    </Group>
  )
}

/** Without a script and without numbers nothing of it is shown. */
function Located({ it }: { it: It }) {
  const { view, values } = it.asking
  const words = view.m.questions.place
  const { idOf, isFaulty } = drawnParts(it, ['words', ...degrees])
  const isGiven = degrees.some((one) => values.get(controlOf(it.field, one)) !== '')
  return (
    <div data-locate data-filled={words.filled} data-refused={words.refused} hidden={!isGiven}>
      <div hidden>
        <p class="hint">{words.about}</p>
        <button type="button" class="quiet-button">
          {words.fill}
        </button>
      </div>
      <p class="hint" role="status" />
      <div hidden={!isGiven}>
        <div class="parts">
          {degrees.map((one) => (
            <div>
              <label for={idOf(one)}>{words[one]}</label>
              <input
                id={idOf(one)}
                name={controlOf(it.field, one)}
                value={values.get(controlOf(it.field, one))}
                inputmode="decimal"
                autocomplete="off"
                aria-invalid={isFaulty(one) ? 'true' : undefined}
              />
            </div>
          ))}
        </div>
        <button type="button" class="link-button" hidden>
          {words.clear}
        </button>
      </div>
    </div>
  )
}
