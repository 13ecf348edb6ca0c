import { Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

/** Where a site's code is typed by whoever cannot scan it; goes by way of the home page. */
export function SiteCodeField({
  view,
  value,
  wrong,
}: {
  view: View
  value?: string | undefined
  wrong?: boolean
}) {
  const words = view.m.home
  return (
    <form method="get" action={urls.home} class="one-field">
      <TextField
        view={view}
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={value}
        error={wrong ? words.codeWrong : undefined}
        short
      />
      <Submit quiet>{words.open}</Submit>
    </form>
  )
}
