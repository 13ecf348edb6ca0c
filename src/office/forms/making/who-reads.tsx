import { bySecrecy } from '../../../cases/grievance/categories.ts'
import type { Db } from '../../../db/client.ts'
import { type Category, categories } from '../../../db/vocabulary.ts'
import { fillerOf, type Working } from '../../../forms/building/working.ts'
import { asList, isObject } from '../../../forms/json.ts'
import { listNominees } from '../../../orgs/nominees.ts'
import { countReaders } from '../../../orgs/readers.ts'
import { Notice } from '../../../ui/parts.tsx'
import type { View } from '../../../ui/view.ts'

/** Who will be able to read what comes in, by its category and the roles that people hold; to be held against what workers are told. */
export async function WhoReads({ view, db, working }: { view: View; db: Db; working: Working }) {
  const { readers: t } = view.m
  const { roles, categories: called } = view.m.words
  const [readers, nominees] = await Promise.all([countReaders(db), listNominees(db)])
  const filler = fillerOf(working)
  const { open = [], confidential = [], strict = [] } = bySecrecy(categoriesIn(working))
  const namedFor = (category: Category) =>
    nominees.filter((one) => one.category === category && one.reads).map(({ name }) => name)
  const counted = (which: 'whole' | 'parts') =>
    readers
      .filter((one) => one[which] > 0)
      .map((one) => t.people(roles[one.role], one[which]))
      .join(t.listed)
  const isMixed = [open, confidential, strict].filter((of) => of.length > 0).length > 1
  const said = (of: readonly Category[], words: string) =>
    (isMixed ? of.map((one) => called[one]).join(t.listed) + t.colon : '') + words
  return (
    <Notice title={t.title}>
      {open.length > 0 && <p>{said(open, t.by.open[filler])}</p>}
      {confidential.length > 0 && <p>{said(confidential, t.by.confidential)}</p>}
      {strict.map((one) => (
        <p>{t.named(called[one], namedFor(one).join(t.listed))}</p>
      ))}
      {open.length + confidential.length > 0 && (
        <ul>
          <li>{t.whole(counted('whole') || t.nobody)}</li>
          <li>{t.parts(counted('parts') || t.nobody)}</li>
        </ul>
      )}
      <p>{t.never}</p>
      <p>{t.compare[filler]}</p>
    </Notice>
  )
}

/** The categories under which it may go what comes in: its own, or those of the question that decides. */
function categoriesIn({ category, pages }: Working): Category[] {
  if (!isObject(category)) return categories.filter((one) => one === category)
  const source = pages.flatMap(({ fields }) => fields).find(({ name }) => name === category.from)
  const offered = asList(source?.options)
    .filter(isObject)
    .map(({ value }) => value)
  return categories.filter((one) => offered.includes(one) || (one === 'other' && source?.other === true))
}
