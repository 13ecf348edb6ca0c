import { readAnswers } from '../../../src/forms/checked-answers.ts'
import { questionsOf } from '../../../src/forms/definition.ts'
import { readDraft } from '../../../src/forms/drafted-definitions.ts'
import { kindOf } from '../../../src/forms/kinds/all.ts'
import type { Cell } from '../../../src/forms/kinds/kind.ts'
import { common } from '../../../src/i18n/zh/common.ts'
import { formOf, text } from '../examples.ts'
import { posted } from '../posted.ts'

/** What is posted to a question, by the end of the name of its control. */
type Given = Record<string, string>

/** What becomes of what was posted to the one question of a form: the answer as it is kept and shown, or what is wrong. */
export function asking(settings: object) {
  const { definition, question } = formWith(settings)
  const kind = kindOf(question)
  return (given: Given) => {
    const form = bodyOf(given)
    const { answers, errors, unknown } = readAnswers(definition, form, { named: true, today: '2026-11-22' })
    const { asked: answer } = answers
    const { asked: error } = errors
    if (error) return { error, parts: kind.faultyParts?.(question, form) ?? [] }
    if (answer === undefined) return { unknown }
    return { answer, shown: kind.show(question, answer, { locale: 'zh', ...common }) }
  }
}

/** How what was posted stands in a table. */
export function cellOf(settings: object, given: Given): Cell | undefined {
  const { definition, question } = formWith(settings)
  const { asked } = readAnswers(definition, bodyOf(given), { named: true, today: '2026-11-22' }).answers
  return asked === undefined ? undefined : kindOf(question).cell(question, asked, { locale: 'zh', ...common })
}

/** What is kept in the vault of an answer that names the worker. */
export function keptInVault(settings: object, given: Given): string | undefined {
  const { definition } = formWith({ ...settings, identity: true })
  return readAnswers(definition, bodyOf(given), { named: true, today: '2026-11-22' }).identity.asked
}

/** The ends of the names of the controls of parts. */
export function inParts(given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([part, words]) => [`--${part}`, words]))
}

function formWith(settings: object) {
  const fields = [{ name: 'asked', label: text('问'), ...settings }]
  const read = readDraft({ ...formOf(text('t')), sections: [{ title: text('s'), fields }] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const [question] = questionsOf(read.definition)
  if (!question) throw new Error('It asks nothing')
  return { definition: read.definition, question }
}

function bodyOf(given: Given) {
  return posted(Object.fromEntries(Object.entries(given).map(([end, words]) => [`asked${end}`, words])))
}
