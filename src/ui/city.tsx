import type { Bilingual } from '../db/vocabulary.ts'
import type { View } from './view.ts'

interface City {
  name: Bilingual
  address: Bilingual
  phone: string
}

/** The federation above the county, for whoever is not content with what the county itself decided. */
export function CityAbove({ view: { m, locale }, city }: { view: View; city: City }) {
  const where = [city.address[locale], city.phone].filter(Boolean).join(' · ')
  return (
    <p>
      {m.common.cityAbove(city.name[locale])} <strong>{where}</strong>
    </p>
  )
}
