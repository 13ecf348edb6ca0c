import { ordered } from '../../../forms/building/changes.ts'
import { bilingualFrom, newName } from '../../../forms/building/working.ts'
import { asList, isObject, type Json } from '../../../forms/json.ts'
import { countIn } from '../../../typed/number.ts'
import { Checkbox } from '../../../ui/fields/chosen.tsx'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { pairOfLine } from './in-words.ts'
import { orderIn } from './numbered-list.tsx'
import { pairIn, TextPair } from './text-pair.tsx'

interface Props {
  view: View
  /** `options`, or the rows of a matrix. */
  at: 'options' | 'rows'
  options: unknown
  /** Those that mean danger, where the kind has such. */
  dangerWhen?: readonly string[] | undefined
  /** That one may stand alone among several. */
  canExclude: boolean
  /** So many may choose it: of a form of the register. */
  canCount: boolean
}

/** What a question offers: each with its words, its number in the order, and whether it is still offered; and more at once. */
export function OptionRows({ view, at, options, dangerWhen, canExclude, canCount }: Props) {
  const t = view.m.builder
  return (
    <section>
      <h2>{t.settings[at]}</h2>
      {asList(options)
        .filter(isObject)
        .map((option, index) => {
          const of = `${at}-${option.value}`
          return (
            <section class="entry">
              <TextPair
                view={view}
                at={of}
                label={t.settings.numbered[at](index + 1)}
                value={bilingualFrom(option.label)}
              />
              <TextField
                view={view}
                name={`${of}-order`}
                label={t.pages.order}
                value={String(index + 1)}
                inputmode="numeric"
                short
              />
              <Checkbox
                view={view}
                name={`${of}-gone`}
                value="yes"
                label={t.settings.gone}
                checked={option.retired === true}
              />
              {dangerWhen && (
                <Checkbox
                  view={view}
                  name={`${of}-danger`}
                  value="yes"
                  label={t.settings.dangerWhen}
                  checked={dangerWhen.includes(String(option.value))}
                />
              )}
              {canCount && (
                <TextField
                  view={view}
                  name={`${of}-quota`}
                  label={view.m.seats.setting.ofOption}
                  hint={view.m.seats.setting.unlimited}
                  value={option.quota === undefined ? '' : String(option.quota)}
                  inputmode="numeric"
                  short
                  optional
                />
              )}
              {canExclude && (
                <Checkbox
                  view={view}
                  name={`${of}-alone`}
                  value="yes"
                  label={t.settings.exclusive}
                  checked={option.exclusive === true}
                />
              )}
            </section>
          )
        })}
      <TextArea view={view} name={`${at}-more`} label={t.settings.more} hint={t.settings.moreHint} rows={4} />
    </section>
  )
}

/** The options as they were written, those that were there under the values that they had. */
export function optionsIn(form: FormBody, at: 'options' | 'rows', before: unknown): Json[] {
  const there = asList(before).filter(isObject)
  const kept = ordered(there, ({ value }) => orderIn(form, `${at}-${value}-order`)).map((option) => {
    const { retired: _, exclusive: __, quota, ...rest } = option
    const of = `${at}-${option.value}`
    return {
      ...rest,
      label: pairIn(form, of),
      ...(form.get(`${of}-gone`) ? { retired: true } : {}),
      ...(form.has(`${of}-quota`) ? quotaIn(form.line(`${of}-quota`)) : quota === undefined ? {} : { quota }),
      ...(form.get(`${of}-alone`) ? { exclusive: true } : {}),
    }
  })
  const more = form.get(`${at}-more`).split('\n').filter(Boolean)
  return [...kept, ...more.map(optionOf)]
}

/** What is no number is kept as it was written, so that it is told when the form is looked through. */
function quotaIn(text: string): Json {
  return text ? { quota: countIn(text) ?? text } : {}
}

/** Those of them that mean danger. */
export function dangerIn(form: FormBody, options: readonly Json[]): string[] {
  return options
    .map(({ value }) => String(value))
    .filter((value) => form.get(`options-${value}-danger`) !== '')
}

/** A line: the words in Chinese, and after a bar those in English. */
function optionOf(line: string): Json {
  return { value: newName('o'), label: pairOfLine(line) }
}
