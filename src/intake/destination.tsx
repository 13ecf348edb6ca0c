import type { Bilingual, Concerned } from '../db/vocabulary.ts'
import type { Settings } from '../orgs/settings.ts'
import { isFederation, outsideEmployer } from '../orgs/tree.ts'
import { CityAbove } from '../ui/city.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'

/** Where a case goes that is to be filed, or was. */
export interface Destination {
  org: Bilingual
  orgPath: string
  /** Only people named for its category see it. */
  forNamed: boolean
  /** Of a case about conduct, whom it concerns. */
  concerns: Concerned | undefined
}

interface Props {
  view: View
  settings: Settings
  to: Destination
  /** It can still be sent another way. */
  isOpen?: boolean
}

/** Tells the worker in one sentence who gets it, and whether the union at his workplace does. */
export function Goes({ view, settings, to, isOpen = false }: Props) {
  const words = view.m.intake.destination
  const isUnit = outsideEmployer(to.orgPath) !== to.orgPath
  const sentences = [
    sentence(view, to, isUnit),
    ...(to.forNamed ? [words.named] : []),
    ...(isUnit && isOpen ? [words.unitChange] : []),
  ]
  return (
    <Notice title={words.title}>
      <p>{sentences.join(view.locale === 'zh' ? '' : ' ')}</p>
      {to.forNamed && to.concerns === 'federation' && <CityAbove view={view} city={settings.city} />}
    </Notice>
  )
}

function sentence({ m, locale }: View, { org, orgPath }: Destination, isUnit: boolean): string {
  const words = m.intake.destination
  const name = org[locale]
  if (isUnit) return words.unit(name)
  return isFederation(orgPath) ? words.federation(name) : words.outside(name)
}
