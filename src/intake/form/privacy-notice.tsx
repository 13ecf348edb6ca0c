import type { Definition } from '../../forms/definition.ts'
import { categoriesOf } from '../../forms/meaning.ts'
import { retentionOf } from '../../orgs/retention-days.ts'
import type { Settings } from '../../orgs/settings.ts'
import { SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'

/** Who reads it, how it is used, how long it is kept, and the worker's rights: said before anything is asked. */
export function Before({
  view,
  definition,
  settings,
}: {
  view: View
  definition: Definition
  settings: Settings
}) {
  const words = view.m.intake.before
  const kept = categoriesOf(definition).map((category) => retentionOf(settings, category))
  return (
    <section class="before">
      <h2>{words.title}</h2>
      <SummaryList
        rows={[
          { label: words.readers, value: definition.readers[view.locale] },
          { label: words.use, value: definition.use[view.locale] },
          { label: words.kept, value: view.m.common.keptFor(Math.min(...kept), Math.max(...kept)) },
          { label: words.rights, value: words.rightsText },
        ]}
      />
    </section>
  )
}
