import type { FormPage } from '../../forms/definition.ts'
import { entriesPosted } from '../../forms/repeated-pages.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import type { Asking } from '../../ui/questions/asking.ts'
import { Question } from '../../ui/questions/question.tsx'

interface Props {
  page: FormPage
  entries: NonNullable<FormPage['entries']>
  asking: Asking
}

/** The same questions for each of several, with a way to add one and to take one out. */
export function EachOfSeveral({ page, entries: { one, least, most }, asking }: Props) {
  const { view, values } = asking
  const words = view.m.intake.paged
  const there = entriesPosted(page, values)
  const name = one[view.locale]
  return (
    <>
      {there.map(({ number, questions }) => (
        <section class="entry">
          <div class="entry-head">
            <h2 id={number === 1 ? page.id : undefined}>{words.entry(name, number)}</h2>
            {there.length > Math.max(1, least) && (
              <button type="submit" class="link-button" name="step" value={`remove-${number}`}>
                {words.remove}
                <span class="unseen"> {words.entry(name, number)}</span>
              </button>
            )}
          </div>
          {questions.map((field) => (
            <Question asking={asking} field={field} />
          ))}
        </section>
      ))}
      {there.length < most ? (
        <p>
          <Submit quiet name="step" value="add">
            {words.add(name)}
          </Submit>
        </p>
      ) : (
        <p class="hint">{words.full(most)}</p>
      )}
    </>
  )
}
