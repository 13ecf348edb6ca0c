import { strictCategories } from '../../cases/grievance/categories.ts'
import type { Definition } from '../../forms/definition.ts'
import { categoriesOf } from '../../forms/meaning.ts'
import { retentionOf } from '../../orgs/retention-days.ts'
import type { Settings } from '../../orgs/settings.ts'
import { SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** Whether only people named for such matters read it, whatever he chooses. */
const isForNamed = (definition: Definition) =>
  categoriesOf(definition).every((category) => strictCategories.includes(category))

interface Props {
  view: View
  definition: Definition
  settings: Settings
}

/**
 * Who reads it and how long it is kept, in two lines before anything is asked; the whole of it, how it is used
 * and the worker's rights are folded below, so that the form begins with its question.
 */
export function Before({ view, definition, settings }: Props) {
  const { m, locale } = view
  const words = m.intake.before
  const kept = categoriesOf(definition).map((category) => retentionOf(settings, category))
  const [least, most] = [Math.min(...kept), Math.max(...kept)]
  return (
    <section class="before" aria-label={words.title}>
      <p class="hint">
        {words.readersBriefly[isForNamed(definition) ? 'named' : (definition.filledBy ?? 'worker')]}
      </p>
      <p class="hint">
        {m.common.keptBriefly(least, most)} <a href={urls.protection}>{m.protection.link}</a>
      </p>
      <details>
        <summary>{words.more}</summary>
        <SummaryList
          rows={[
            { label: words.readers, value: definition.readers[locale] },
            { label: words.use, value: definition.use[locale] },
            { label: words.kept, value: m.common.keptFor(least, most) },
            { label: words.rights, value: words.rightsText },
          ]}
        />
      </details>
    </section>
  )
}
