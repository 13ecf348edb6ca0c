import { showAnswers, showIdentityBack } from '../../forms/show-answers.ts'
import type { Sheet } from '../form/form-page.tsx'
import { filingPart, filingTitle, partsOf } from '../form/form-parts.ts'
import { type Filled, filedAnswers } from '../form/read-form.ts'

export interface Summary {
  /** The anchor of the part where it can be changed. */
  id: string
  /** Where it is asked, of a form that asks a page at a time. */
  place: string
  title: string
  rows: { label: string; value: string }[]
  /** Given by the site, so there is nothing to change. */
  isFixed: boolean
}

/** What was filled in, part by part as it was asked. */
export function summariesOf(sheet: Sheet, filled: Filled): Summary[] {
  const { view, definition, opened } = sheet
  const { m, locale } = view
  const asking = partsOf(definition).parts.filter(({ fields }) => fields.some(({ type }) => type !== 'note'))
  const answered = asking.map(({ id, page, fields }) => {
    const part = { ...definition, pages: [{ ...page, fields }] }
    const groups = showAnswers(part, filedAnswers(filled), locale, m.common)
    const title = page.title[locale]
    // Which one of several; what all of them are of is said above.
    const rows = groups.flatMap(({ title: of, rows }) =>
      page.entries
        ? rows.map((row) => ({ ...row, label: `${of.replace(`${title} · `, '')} · ${row.label}` }))
        : rows,
    )
    return {
      id,
      place: page.id,
      title,
      rows: rows.length > 0 ? rows : [{ label: title, value: m.intake.check.nothing }],
      isFixed: opened.enterprise !== null && fields.every((field) => field.type === 'enterprise'),
    }
  })
  const sending = {
    id: filingPart,
    place: 'filing',
    title: filingTitle(view, definition),
    rows: sendingRows(sheet, filled),
  }
  return [...answered, { ...sending, isFixed: false }]
}

function sendingRows({ view, definition }: Sheet, { mode, named, bypass, identity, sealed }: Filled) {
  const { filing, check } = view.m.intake
  const asksMode = definition.modes.length > 1 && mode
  const who = named
    ? showIdentityBack(definition, identity, view.locale, view.m.common)
    : [{ label: filing.named, value: check.anonymous }]
  const isSealed = named === true && sealed
  return [
    ...(asksMode ? [{ label: filing.mode, value: filing.modes[mode] }] : []),
    ...who,
    ...(isSealed ? [{ label: check.sealing, value: check.sealed }] : []),
    ...(bypass ? [{ label: filing.bypass, value: check.bypasses }] : []),
  ]
}
