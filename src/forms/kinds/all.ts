import type { Answer } from '../answers.ts'
import type { FieldOf, Question } from '../fields.ts'
import { address } from './address.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { consent } from './consent.ts'
import { creditCode } from './credit-code.ts'
import { date } from './date.ts'
import { declaration } from './declaration.ts'
import { email } from './email.ts'
import { enterprise } from './enterprise.ts'
import { file } from './file.ts'
import type { Kind } from './kind.ts'
import { list } from './list.ts'
import { longText } from './long-text.ts'
import { matrix } from './matrix.ts'
import { money } from './money.ts'
import { month } from './month.ts'
import { name } from './name.ts'
import { number } from './number.ts'
import { phone } from './phone.ts'
import { photo } from './photo.ts'
import { place } from './place.ts'
import { ranking } from './ranking.ts'
import { residentId } from './resident-id.ts'
import { scale } from './scale.ts'
import { signature } from './signature.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { voice } from './voice.ts'
import { yesNo } from './yes-no.ts'

const kinds: { [Type in Question['type']]: Kind<FieldOf<Type>, Answer> } = {
  text,
  long_text: longText,
  choice,
  choices,
  yes_no: yesNo,
  number,
  date,
  phone,
  enterprise,
  email,
  credit_code: creditCode,
  address,
  list,
  matrix,
  ranking,
  place,
  scale,
  name,
  resident_id: residentId,
  money,
  month,
  time,
  declaration,
  signature,
  consent,
  photo,
  voice,
  file,
}

/** The kind of a question. */
export function kindOf(question: Question): Kind<Question, Answer> {
  return kinds[question.type]
}
