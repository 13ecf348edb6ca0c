import * as v from 'valibot'
import { readDay } from '../typed/day.ts'
import { isWithin } from '../typed/graphemes.ts'
import { oneLine, plainText } from '../typed/line.ts'
import { numberIn } from '../typed/number.ts'
import { phoneNumber } from '../typed/phone.ts'
import type { Answer, AnswerError, Chosen } from './answers.ts'
import type { FieldOf, Question } from './field-kinds.ts'
import { mostOfEmployer, mostOfOther } from './limits.ts'

type AnswerSchema = v.GenericSchema<unknown, Answer>

const because = (error: AnswerError) => error
const kept = new WeakMap<Question, AnswerSchema>()

/** The schema of one field's answer, made once; its issues are `AnswerError`s. */
export function answerSchema(field: Question): AnswerSchema {
  const found = kept.get(field) ?? schemaOf(field)
  kept.set(field, found)
  return found
}

function schemaOf(field: Question): AnswerSchema {
  switch (field.type) {
    case 'text':
      return line(field.maxLength)
    case 'long_text':
      return words(field.maxLength)
    case 'choice':
      return choice(field)
    case 'choices':
      return choices(field)
    case 'yes_no':
      return v.pipe(
        v.picklist(['yes', 'no'], because('not_offered')),
        v.transform((it) => it === 'yes'),
      )
    case 'number':
      return number(field)
    case 'date':
      return date(field)
    case 'phone':
      return phone
    case 'enterprise':
      return enterprise
    case 'consent':
      return v.pipe(
        v.literal('yes', because('not_offered')),
        v.transform(() => true),
      )
  }
}

const cleaned = (clean: (text: string) => string) => (most: number) =>
  v.pipe(
    v.string(),
    v.transform(clean),
    v.check((it) => isWithin(it, most), because('too_long')),
  )

/** A name or another short answer. */
const line = cleaned(oneLine)
/** What goes over many lines. */
const words = cleaned(plainText)

function choice(field: FieldOf<'choice'>) {
  return v.pipe(
    v.object({ value: offered(field), other: line(mostOfOther) }),
    v.check((it) => it.value !== 'other' || !field.other || it.other !== '', because('other_missing')),
    v.transform((it): Chosen => chosen(it.value, it.other, field.other)),
  )
}

function choices(field: FieldOf<'choices'>) {
  return v.pipe(
    v.object({ values: v.array(offered(field)), other: line(mostOfOther) }),
    v.check((it) => new Set(it.values).size === it.values.length, because('twice')),
    v.check(
      (it) => !it.values.includes('other') || !field.other || it.other !== '',
      because('other_missing'),
    ),
    v.transform((it) => it.values.map((value): Chosen => chosen(value, it.other, field.other))),
  )
}

function offered(field: FieldOf<'choice'> | FieldOf<'choices'>) {
  const values = field.options.map((option) => option.value)
  return v.picklist(field.other ? [...values, 'other'] : values, because('not_offered'))
}

function chosen(value: string, other: string, asksOther: boolean): Chosen {
  return value === 'other' && asksOther ? { other } : value
}

function number(field: FieldOf<'number'>) {
  const units = Object.values(field.unit ?? {})
  return v.pipe(
    v.string(),
    v.transform((it) => numberIn(it, units)),
    v.number(because('not_a_number')),
    v.check((it) => !field.whole || Number.isInteger(it), because('not_whole')),
    v.minValue(field.min, because('too_small')),
    v.maxValue(field.max, because('too_big')),
  )
}

function date(field: FieldOf<'date'>) {
  return v.pipe(
    v.object({ year: v.string(), month: v.string(), day: v.string() }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readDay(dataset.value)
      if (read.ok && (field.dayOptional || read.day.length === 10)) return read.day
      addIssue({ message: because(read.ok || read.why === 'unclear' ? 'not_a_date' : read.why) })
      return NEVER
    }),
  )
}

const phone = v.pipe(
  v.string(),
  v.check((it) => phoneNumber(it) !== null, because('not_a_phone')),
  v.transform((it) => phoneNumber(it) ?? ''),
)

const enterprise = v.pipe(
  v.object({ name: line(mostOfEmployer), id: v.pipe(v.string(), v.maxLength(40, because('not_offered'))) }),
  v.transform((it) => ({ name: it.name, id: it.id && it.id !== 'none' ? it.id : null })),
)
