import type { Child } from 'hono/jsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { urls } from '../../urls.ts'

/** One button that does one thing with a person's account. */
export function Act({
  person,
  act,
  fields = {},
  children,
}: {
  person: { id: string }
  act: string
  fields?: Record<string, string>
  children: Child
}) {
  return (
    <form method="post" action={urls.officePerson(person.id)}>
      <Hidden name="act" value={act} />
      {Object.entries(fields).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Submit quiet>{children}</Submit>
    </form>
  )
}
