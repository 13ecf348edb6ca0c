import type { Child } from 'hono/jsx'
import type { Field, FieldOf } from '../../forms/fields.ts'
import { Address } from './address.tsx'
import type { Asked } from './asking.ts'
import { Choice } from './choice.tsx'
import { Choices } from './choices.tsx'
import { Computed } from './computed.tsx'
import { Consent } from './consent.tsx'
import { CreditCode } from './credit-code.tsx'
import { WholeDate } from './date.tsx'
import { Declaration } from './declaration.tsx'
import { Email } from './email.tsx'
import { Employer } from './enterprise.tsx'
import { AnyFile } from './file.tsx'
import { List } from './list.tsx'
import { LongText } from './long-text.tsx'
import { Matrix } from './matrix.tsx'
import { Money } from './money.tsx'
import { Month } from './month.tsx'
import { Name } from './name.tsx'
import { Note } from './note.tsx'
import { Amount } from './number.tsx'
import { Phone } from './phone.tsx'
import { Photo } from './photo.tsx'
import { Place } from './place.tsx'
import { Ranking } from './ranking.tsx'
import { ResidentId } from './resident-id.tsx'
import { Scale } from './scale.tsx'
import { Signature } from './signature.tsx'
import { Text } from './text.tsx'
import { Time } from './time.tsx'
import { Voice } from './voice.tsx'
import { YesNo } from './yes-no.tsx'

const drawings: { [Type in Field['type']]: Drawing<FieldOf<Type>> } = {
  text: { draw: Text },
  long_text: { draw: LongText },
  choice: { draw: Choice },
  choices: { draw: Choices },
  yes_no: { draw: YesNo },
  number: { draw: Amount },
  date: { draw: WholeDate },
  phone: { draw: Phone },
  enterprise: { draw: Employer },
  email: { draw: Email },
  credit_code: { draw: CreditCode },
  address: { draw: Address },
  list: { draw: List },
  matrix: { draw: Matrix },
  ranking: { draw: Ranking },
  place: { draw: Place },
  scale: { draw: Scale },
  name: { draw: Name },
  resident_id: { draw: ResidentId },
  money: { draw: Money },
  month: { draw: Month },
  time: { draw: Time },
  declaration: { draw: Declaration },
  signature: { draw: Signature },
  consent: { draw: Consent },
  photo: { draw: Photo },
  voice: { draw: Voice },
  file: { draw: AnyFile },
  computed: { draw: Computed },
  note: { draw: Note },
  // What nobody can ask is not asked; the rest of the form is.
  unknown: { draw: () => null },
}

/** A method, so that one kind may stand for any where the field at hand decides which it is. */
interface Drawing<One extends Field> {
  draw(it: Asked<One>): Child
}

/** One field of a form as controls of a page. */
export function Question(it: Asked<Field>) {
  const drawing: Drawing<Field> = drawings[it.field.type]
  return <>{drawing.draw(it)}</>
}
