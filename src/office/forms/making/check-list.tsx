import { beginningOf, conditionFrom } from '../../../forms/building/sentences.ts'
import { bilingualFrom, newName, type WorkingField } from '../../../forms/building/working.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { urls } from '../../../urls.ts'
import { checksOf } from './check-task.tsx'
import { conditionIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import type { Making } from './with-copy.tsx'

const most = 5

/** What is checked of the answer to a question, each in a sentence; and one more. */
export function CheckList({ it: { c, copy, working }, field }: { it: Making; field: WorkingField }) {
  const { view } = c.var
  const t = view.m.reckoning.checks
  const all = checksOf(field)
  return (
    <section>
      <h2>{t.title}</h2>
      <ul class="list">
        {all.map(({ id, holds, text }) => (
          <li>
            <a class="what" href={urls.officeFormCheck(copy.id, field.name, String(id))}>
              {conditionIn({ view, working }, holds)}
            </a>
            <span class="hint">{inWords(view, bilingualFrom(text))}</span>
          </li>
        ))}
      </ul>
      {all.length < most && (
        <Submit quiet name="act" value="check">
          {t.add}
        </Submit>
      )}
    </section>
  )
}

/** A question with one more check, which begins with its own answer. */
export function withCheck(field: WorkingField): { field: WorkingField; id: string } {
  const id = newName('check')
  const holds = conditionFrom({ joined: 'and', lines: [beginningOf(field)] })
  return { field: { ...field, checks: [...checksOf(field), { id, holds, text: { zh: '', en: '' } }] }, id }
}
