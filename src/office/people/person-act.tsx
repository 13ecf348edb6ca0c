import type { Child } from 'hono/jsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { query, urls } from '../../urls.ts'

interface Props {
  person: { id: string }
  act: string
  fields?: Record<string, string>
  children: Child
}

/** One button that does one thing with a person's account. */
export function Act({ person, act, fields = {}, children }: Props) {
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

/** The way to what takes something from a person; the page there says what follows, and asks. */
export function Parting({ person, act, fields, children }: Props) {
  return (
    <p>
      <a class="quiet-button" href={urls.officeParting(person.id) + query({ act, ...fields })}>
        {children}
      </a>
    </p>
  )
}
