import * as v from 'valibot'
import { lengthOf } from '../../typed/graphemes.ts'
import { birthdayIn, maskedResidentId, readResidentId, tidyResidentId } from '../../typed/resident-id.ts'
import { ahead, because, type Kind, typedWords } from './kind.ts'
import { always, question } from './settings.ts'

export const settings = v.object({ type: v.literal('resident_id'), ...question, identity: always })
type ResidentId = v.InferOutput<typeof settings>

/** The number of his identity card (居民身份证). It is masked wherever it is shown but behind a reason, or as his own data. */
export const residentId: Kind<ResidentId, string> = {
  ...typedWords,
  check: () => read,
  untrueOn: (given, today) => ahead(birthdayIn(given), today) && 'resident_id_mistyped',
  measure: ({ name }, posted) => ({ most: 18, now: lengthOf(tidyResidentId(posted.get(name))) }),
  show: (_, given) => maskedResidentId(given),
  cell: (_, given) => maskedResidentId(given),
  masked: maskedResidentId,
}

const read = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const it = readResidentId(dataset.value)
    if (it.ok) return it.id
    addIssue({ message: because(it.why === 'unclear' ? 'not_a_resident_id' : 'resident_id_mistyped') })
    return NEVER
  }),
)
