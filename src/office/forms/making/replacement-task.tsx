import { candidatesFor } from '../../../forms/building/candidates.ts'
import { placeOf } from '../../../forms/building/changes.ts'
import type { Leaf } from '../../../forms/building/leaves.ts'
import { quotasGoing } from '../../../forms/building/quotas-going.ts'
import { type Going, type Place, placesOf, replaced } from '../../../forms/building/replacing.ts'
import { conditionsOf, lookedAt, valuesOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type Working } from '../../../forms/building/working.ts'
import { Select } from '../../../ui/fields/chosen.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { Notice } from '../../../ui/parts.tsx'
import type { View } from '../../../ui/view.ts'
import { query, urls } from '../../../urls.ts'
import { conditionIn, termIn, valueIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

const drop = '-'

/** What takes the place of something that is to go, asked for each place that looks at it. */
export function ReplacementTask(it: Making) {
  const going = goingOf(it)
  if (!going) return null
  const { c, copy, working, errors } = it
  const { view } = c.var
  const t = view.m.replacing
  const places = placesOf(working, going)
  return (
    <Part it={it} title={t.title}>
      <p class="lead">{places.length > 0 ? t.leads[going.what] : t.nowhere}</p>
      <QuotasGoing it={it} going={going} />
      <PartForm it={it} action={replacementAt(copy.id, going)}>
        {places.map((place) => (
          <Select
            view={view}
            name={place.key}
            label={placeInWords(view, working, place)}
            hint={t.looksAt(leafInWords(view, working, place.leaf))}
            empty={t.choose}
            options={[
              ...candidatesFor(working, going, place).map((leaf) => ({
                value: keyOfLeaf(leaf),
                label: leafInWords(view, working, leaf),
              })),
              { value: drop, label: t.drops[place.in] },
            ]}
            error={errors[place.key]}
          />
        ))}
        <Submit>{t.done[going.what]}</Submit>
      </PartForm>
    </Part>
  )
}

/** How many could choose what goes: that number does not come over to what takes its place. */
function QuotasGoing({ it: { c, working }, going }: { it: Making; going: Going }) {
  const { view } = c.var
  const t = view.m.replacing.quotas
  const all = quotasGoing(working, going)
  if (all.length === 0) return null
  return (
    <Notice title={t.title}>
      <ul>
        {all.map(({ leaf, quota }) => (
          <li>{t.one(leafInWords(view, working, leaf), quota)}</li>
        ))}
      </ul>
      <p>{t.means}</p>
    </Notice>
  )
}

export function takeReplacement(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const going = goingOf(it)
  if (!going) return null
  const { c, copy, working } = it
  const { m } = c.var.view
  const chosen = new Map<string, Leaf | null>()
  const errors: Record<string, string> = {}
  for (const place of placesOf(working, going)) {
    const typed = form.get(place.key)
    const leaf = candidatesFor(working, going, place).find((one) => keyOfLeaf(one) === typed)
    if (leaf || typed === drop) chosen.set(place.key, leaf ?? null)
    else errors[place.key] = m.replacing.chooseOne
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const next = replaced(working, going, (key) => chosen.get(key) ?? null)
  return { ok: true, working: next, to: savedAt(backFrom(it, going)) }

  function backFrom({ working }: Pick<Making, 'working'>, { what, id }: Going): string {
    const page = placeOf(working, id)?.page
    if (what === 'question' && page) return urls.officeFormPage(copy.id, page.id)
    if (what === 'options') return urls.officeFormQuestion(copy.id, id)
    return what === 'page' ? urls.officeFormPages(copy.id) : urls.officeFormLogic(copy.id)
  }
}

/** Without something; to the page that asks what takes its place, where anything looks at it. */
export function goingOrAsked({ copy, working }: Omit<Making, 'errors'>, going: Going, to: string): Taken {
  if (placesOf(working, going).length > 0) return { ok: true, working, to: replacementAt(copy.id, going) }
  return { ok: true, working: replaced(working, going, () => null), to }
}

/** Where that is asked. */
export function replacementAt(formId: string, { what, id }: Going): string {
  return urls.officeFormReplacement(formId) + query({ what, id })
}

/** What the address says is to go, if it is there. */
function goingOf({ c, working }: Omit<Making, 'errors'>): Going | null {
  const id = c.req.query('id') ?? ''
  switch (c.req.query('what')) {
    case 'question':
      return placeOf(working, id) && { what: 'question', id }
    case 'options':
      return placeOf(working, id) && { what: 'options', id }
    case 'page':
      return working.pages.some((page) => page.id === id) ? { what: 'page', id } : null
    case 'condition':
      return conditionsOf(working)[id] ? { what: 'condition', id } : null
    case 'value':
      return valuesOf(working)[id] ? { what: 'value', id } : null
    default:
      return null
  }
}

function keyOfLeaf(leaf: Leaf): string {
  return leaf.of === 'option' ? `option.${leaf.name}.${leaf.option}` : `${leaf.of}.${leaf.name}`
}

/** The place, by what it belongs to, and what that says. */
function placeInWords(view: View, working: Working, { in: where, id }: Place): string {
  const t = view.m.replacing
  const [first = '', second] = id.split('.')
  const label = inWords(view, lookedAt(working, first)?.label ?? { zh: '', en: '' }, first)
  switch (where) {
    case 'condition': {
      const it = conditionsOf(working)[id]
      const name = inWords(view, bilingualFrom(it?.name), id)
      return t.places.condition(name, conditionIn({ view, working }, it?.when))
    }
    case 'value': {
      const it = valuesOf(working)[id]
      const name = inWords(view, bilingualFrom(it?.name), id)
      return t.places.value(name, termIn({ view, working }, it?.of, it?.kind === 'money'))
    }
    case 'page': {
      const page = working.pages.find((one) => one.id === id)
      return t.places.page(page ? inWords(view, page.title, id) : id)
    }
    case 'form':
      return t.places.form[id as keyof typeof t.places.form]
    case 'check':
      return t.places.check(second === undefined ? id : label)
    default:
      return t.places[where](label)
  }
}

function leafInWords(view: View, working: Working, leaf: Leaf): string {
  if (leaf.of === 'condition')
    return inWords(view, bilingualFrom(conditionsOf(working)[leaf.name]?.name), leaf.name)
  const field = lookedAt(working, leaf.name)
  const label = field ? inWords(view, field.label, leaf.name) : leaf.name
  return leaf.of === 'option' && field ? `${label} · ${valueIn(view, field, leaf.option)}` : label
}
