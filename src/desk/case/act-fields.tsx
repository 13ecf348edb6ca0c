import type { Consent } from '../../cases/consents.ts'
import { strictCategories } from '../../cases/grievance/categories.ts'
import { extensionAtMostDays } from '../../cases/grievance/clocks.ts'
import type { Grievance } from '../../cases/grievance/subject.ts'
import { lineOf } from '../../cases/processes.ts'
import { categories, replyOutcomes, toldKinds } from '../../db/vocabulary.ts'
import type { Case } from '../../engine/process.ts'
import { Checkbox, Radios, Select } from '../../ui/fields/chosen.tsx'
import type { ControlProps } from '../../ui/fields/field.tsx'
import { FileField } from '../../ui/fields/file.tsx'
import { TextArea, TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { type Ask, fieldName, needsHandler, type StaffAction } from './acts.ts'
import type { Happening } from './load.ts'
import { labelOf, longest, type Typed } from './read-act.ts'
import type { Untold } from './untold.ts'

/** What the forms of a case page are made from. */
export interface Asking {
  view: View
  case: Case
  grievance: Grievance | null
  /** How many workers it stands for, as somebody said. */
  workers: number | null
  /** The person who fills it in; his drafts carry his name. */
  staffId: string
  typed: Typed | null
  /** Whom the case may be given to, where an act asks that. */
  candidates: { id: string; label: string }[]
  /** Whether who accepts it may give it away at once. */
  dispatchesNext: boolean
  /** That the draft in hand came back, and why. */
  sentBack: Happening | null
  /** Whether other cases are merged into it. */
  joins: boolean
  /** To whom the worker agreed that he is told of. */
  agreed: Consent[]
  /** Why nobody else learns who he is as long as he agreed to nothing. */
  untold: Untold
  /** The last draft, to go on from. */
  draft: { body: string; outcome: string } | null
}

/** One question of an act's form, with what was typed before. */
export function AskField({ ask, action, ...it }: Asking & { ask: Ask; action: StaffAction }) {
  const { view, typed } = it
  const t = view.m.desk.fields
  const name = fieldName(action, ask)
  const mine = typed?.action === action ? typed : null
  const value = mine ? mine.values[name] : preset(ask, action, it)
  const field = { view, name, value, label: labelOf(action, ask, view.m), error: mine?.errors[name] }
  const text = { ...field, limit: longest(ask), draft: `${it.staffId}/${it.case.id}/${name}` }

  switch (ask) {
    case 'reason': {
      const optional = lineOf(action).reason !== 'required'
      return <TextArea {...text} hint={whoReads(view, action)} optional={optional} rows={4} />
    }
    case 'body':
      return <TextArea {...text} hint={bodyReads(view, action)} rows={action === 'submit_draft' ? 12 : 5} />
    case 'file':
      return <FileField {...field} />
    case 'recipient':
      return <TextField {...field} hint={t.recipientHint} />
    case 'contact':
      return <TextField {...field} hint={t.contactHint} />
    case 'purpose':
      return <TextArea {...text} hint={t.seenByWorker} rows={3} />
    case 'what':
      return <Radios {...field} options={named(toldKinds, view.m.words.told)} />
    case 'consent':
      return <Agreed {...field} agreed={it.agreed} untold={it.untold} />
    case 'channel':
      return <TextArea {...text} hint={t.channelHint} rows={2} />
    case 'workers':
      return <TextField {...field} hint={t.workersHint} inputmode="numeric" short optional />
    case 'days':
      return <TextField {...field} hint={t.daysHint} inputmode="numeric" short />
    case 'number':
      return <TextField {...field} hint={t.numberHint} inputmode="numeric" short />
    case 'complex':
      return <Checkbox view={view} name={name} label={field.label} checked={value === 'yes'} />
    case 'category':
      return <Select {...field} hint={staysWith(it)} options={named(categories, view.m.words.categories)} />
    case 'confidedTo':
      return <Radios {...field} options={named(strictCategories, view.m.words.categories)} />
    case 'outcome':
      return <Radios {...field} options={named(replyOutcomes, view.m.words.outcomes)} />
    case 'danger':
      if (it.case.danger) return null
      return (
        <Checkbox view={view} name={name} label={field.label} hint={t.dangerHint} checked={value === 'yes'} />
      )
    case 'handler':
      if (!needsHandler(action))
        return it.dispatchesNext ? <Candidates {...field} {...forCase(it)} optional /> : null
      return <Candidates {...field} {...forCase(it)} />
  }
}

/** Whether the recipient learns who the worker is; only where he agreed to it. */
function Agreed({ agreed, untold, ...field }: ControlProps & Pick<Asking, 'agreed' | 'untold'>) {
  const t = field.view.m.desk.fields
  if (agreed.length === 0) return <p class="hint">{t.consentNone[untold]}</p>
  const options = agreed.map(({ id, recipient, what }) => ({
    value: id,
    label: t.consentYes(recipient, field.view.m.words.told[what]),
  }))
  return <Radios {...field} options={[{ value: '', label: t.consentNo }, ...options]} />
}

/** Whom to give a case to: few are shown at once, many folded in a list. */
function Candidates(props: {
  view: View
  name: string
  label: string
  value: string | undefined
  error: string | undefined
  candidates: { id: string; label: string }[]
  again: boolean
  /** Nobody may be chosen as well. */
  optional?: true
}) {
  const { candidates, again, optional, ...field } = props
  const t = field.view.m.desk.fields
  if (candidates.length === 0) return optional ? null : <p class="notice warning">{t.handlerNone}</p>
  const people = candidates.map((it) => ({ value: it.id, label: it.label }))
  if (candidates.length > 6)
    return (
      <Select {...field} options={people} hint={again && t.former} empty={optional ? t.handlerLater : ''} />
    )
  const options = optional ? [{ value: '', label: t.handlerLater }, ...people] : people
  return <Radios {...field} options={options} hint={again && t.former} />
}

const forCase = ({ candidates, case: it }: Asking) => ({ candidates, again: it.formerHandlerId !== null })

/** Of a strict case: a new category does not take it from the people whom it was confided to. */
function staysWith({ view, case: { confidedTo } }: Asking): string | undefined {
  return confidedTo ? view.m.desk.fields.staysWith(view.m.words.categories[confidedTo]) : undefined
}

function preset(ask: Ask, action: StaffAction, { case: it, grievance, workers, draft }: Asking): string {
  switch (ask) {
    case 'category':
      return it.category
    case 'workers':
      return String(workers ?? '')
    case 'days':
      return String(grievance?.askedDays ?? extensionAtMostDays)
    case 'complex':
      return grievance?.complex ? 'yes' : ''
    case 'body':
      return action === 'submit_draft' ? (draft?.body ?? '') : ''
    case 'outcome':
      return draft?.outcome ?? ''
    default:
      return ''
  }
}

/** Before somebody writes he knows who will read it. */
function whoReads(view: View, action: StaffAction): string {
  const t = view.m.desk.fields
  const seen: StaffAction[] = ['write', 'submit_draft', 'propose_decline', 'propose_merge']
  return seen.includes(action) || lineOf(action).shown === 'reason' ? t.seenByWorker : t.seenInside
}

/** The same of what is written for others. */
function bodyReads(view: View, action: StaffAction): string {
  return lineOf(action).leaves === 'outside' ? view.m.desk.fields.seenOutside : whoReads(view, action)
}

function named<T extends string>(values: readonly T[], names: Record<T, string>) {
  return values.map((value) => ({ value, label: names[value] }))
}
