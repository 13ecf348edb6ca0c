import * as v from 'valibot'
import { oneLine, plainText } from '../typed/line.ts'
import { phoneNumber } from '../typed/phone.ts'
import type { Answer, AnswerError, Chosen } from './answers.ts'
import type { FieldOf, Question } from './field-kinds.ts'

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
      return field.dayOptional ? v.union([month, day], because('not_a_date')) : day
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
  v.pipe(v.string(), v.transform(clean), v.maxLength(most, because('too_long')))

/** A name or another short answer. */
const line = cleaned(oneLine)
/** What goes over many lines. */
const words = cleaned((it) => plainText(it).normalize('NFC'))

/** What people type on a Chinese keyboard is often full width. */
const halfWidth = v.transform((it: string) => it.normalize('NFKC').replace(/\s/g, ''))

function choice(field: FieldOf<'choice'>) {
  return v.pipe(
    v.object({ value: offered(field), other: line(200) }),
    v.check((it) => it.value !== 'other' || !field.other || it.other !== '', because('other_missing')),
    v.transform((it): Chosen => chosen(it.value, it.other, field.other)),
  )
}

function choices(field: FieldOf<'choices'>) {
  return v.pipe(
    v.object({ values: v.array(offered(field)), other: line(200) }),
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
  return v.pipe(
    v.string(),
    halfWidth,
    v.transform((it) => it.replaceAll(',', '')),
    v.regex(/^-?\d{1,12}(\.\d{1,2})?$/, because('not_a_number')),
    v.transform(Number),
    v.minValue(field.min, because('too_small')),
    v.maxValue(field.max, because('too_big')),
  )
}

const part = (pattern: RegExp) => v.pipe(v.string(), halfWidth, v.regex(pattern, because('not_a_date')))
const year = part(/^(19|20)\d\d$/)
const ofTwo = v.transform((it: string) => it.padStart(2, '0'))
const monthPart = v.pipe(part(/^(0?[1-9]|1[0-2])$/), ofTwo)

const month = v.pipe(
  v.object({ year, month: monthPart, day: v.literal('') }),
  v.transform((it) => `${it.year}-${it.month}`),
)

const day = v.pipe(
  v.object({ year, month: monthPart, day: v.pipe(part(/^(0?[1-9]|[12]\d|3[01])$/), ofTwo) }),
  v.transform((it) => `${it.year}-${it.month}-${it.day}`),
  v.check(exists, because('not_a_date')),
)

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

const phone = v.pipe(
  v.string(),
  v.check((it) => phoneNumber(it) !== null, because('not_a_phone')),
  v.transform((it) => phoneNumber(it) ?? ''),
)

const enterprise = v.pipe(
  v.object({ name: line(120), id: v.pipe(v.string(), v.maxLength(40, because('not_offered'))) }),
  v.transform((it) => ({ name: it.name, id: it.id && it.id !== 'none' ? it.id : null })),
)
