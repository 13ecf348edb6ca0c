import { Radios } from '../../ui/fields/chosen.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { languageOptions } from '../../ui/languages.ts'
import { carriedForm } from '../../ui/page.tsx'
import { urls } from '../../urls.ts'
import type { PersonProps } from './person-page.tsx'

/** What a person is called, how he is spoken to, and the address he signs in with. */
export function DetailsForm({ view, person, body, errors }: PersonProps) {
  const t = view.m.office.staff
  const typed = (name: 'name' | 'email' | 'locale') => (body.has(name) ? body.get(name) : person[name])
  return (
    <>
      <h2>{t.details}</h2>
      <form id={carriedForm} method="post" action={urls.officePerson(person.id)} novalidate>
        <Hidden name="act" value="change" />
        <TextField view={view} name="name" label={t.name} value={typed('name')} error={errors.name} />
        <TextField
          view={view}
          name="email"
          type="email"
          label={t.email}
          hint={t.emailChanges}
          value={typed('email')}
          error={errors.email}
        />
        <Radios
          view={view}
          name="locale"
          label={t.locale}
          value={typed('locale')}
          options={languageOptions}
        />
        <Submit>{view.m.common.save}</Submit>
      </form>
    </>
  )
}
