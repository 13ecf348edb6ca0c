import { type Category, type Concerned, type Mode, type Secrecy, secrecies } from '../../db/vocabulary.ts'
import { federationOf, highest, outsideEmployer, pastUnion } from '../../orgs/tree.ts'
import { categoryRules, strictCategories } from './categories.ts'

export interface Filed {
  /** The organisation of the site or of the worker's enterprise. */
  orgPath: string
  bypassesUnit: boolean
  category: Category
  mode: Mode
  workers?: number
  /** What the worker answered about danger, where the form asks. */
  danger?: boolean | undefined
  /** Whom it concerns, of a case about conduct, where the form asks. */
  concerns?: Concerned | undefined
}

/** How secret a case is. */
export interface Kept {
  secrecy: Secrecy
  /** Of a strict case: whose named people see it from now on. */
  confidedTo: Category | null
}

export interface Route extends Kept {
  orgPath: string
  bypassesUnit: boolean
  danger: boolean
  /** Somebody is told at once. */
  urgent: boolean
}

/** Where a new case goes, who may know of it and how fast it must be met. Pure. */
export function routeOf(filed: Filed): Route {
  const goesAbove = categoryRules[filed.category].goesAbove === true
  const danger = dangerOf(filed.category, filed.danger)
  const urgent = danger || (filed.category === 'wages' && (filed.workers ?? 1) >= 10)
  const kept = confidence(null, filed.category, filed.mode)
  const past = filed.bypassesUnit ? pastUnion(filed.orgPath) : filed.orgPath
  const above = goesAbove ? aboveThose(filed.concerns, filed.orgPath) : filed.orgPath
  return {
    orgPath: highest(placeFor(filed.orgPath, kept.secrecy), past, above),
    bypassesUnit: filed.bypassesUnit || goesAbove,
    ...kept,
    danger,
    urgent,
  }
}

/** Where a case may lie: what is confidential, a report among it, lies in no union inside the employer. */
export function placeFor(orgPath: string, secrecy: Secrecy): string {
  return secrecy === 'open' ? orgPath : outsideEmployer(orgPath)
}

/** Above those whom a case about conduct concerns; as high as can be where nobody said whom. */
export function aboveThose(concerns: Concerned | undefined, orgPath: string): string {
  switch (concerns) {
    case 'employer':
      return outsideEmployer(orgPath)
    case 'unit':
      return pastUnion(orgPath)
    case 'township':
    case 'federation':
    case undefined:
      return federationOf(orgPath)
  }
}

/** Whether there is danger, by the category or because the worker says so (undefined: he was not asked). */
export function dangerOf(category: Category, said: boolean | undefined): boolean {
  const { danger } = categoryRules[category]
  return said === true || danger === 'always' || (danger === 'unless_denied' && said !== false)
}

/**
 * How secret a case is under a category: never less than it was, and a case that is strict already stays with
 * the people it was confided to, whatever it is called by now.
 */
export function confidence(before: Kept | null, category: Category, mode: Mode): Kept {
  if (before?.secrecy === 'strict') return { secrecy: 'strict', confidedTo: before.confidedTo }
  const secrecy = stricter(before?.secrecy ?? 'open', secrecyOf(category, mode))
  return { secrecy, confidedTo: secrecy === 'strict' ? category : null }
}

/** A case in the hands of the people named for a strict category; null where it is no such one, or theirs already. */
export function entrusted(
  before: { confidedTo: Category | null },
  category: Category | undefined,
): { secrecy: Secrecy; confidedTo: Category } | null {
  if (!category || !strictCategories.includes(category) || before.confidedTo === category) return null
  return { secrecy: 'strict', confidedTo: category }
}

/** Whether a strict case is called something by now for which nobody is named, so that it may leave its people. */
export function isReleasable(it: { secrecy: Secrecy; category: Category }): boolean {
  return it.secrecy === 'strict' && categoryRules[it.category].secrecy !== 'strict'
}

/** A case that left the people whom it was confided to: everybody in its scope sees it, and it is confidential. */
export const released: Kept = { secrecy: 'confidential', confidedTo: null }

function stricter(a: Secrecy, b: Secrecy): Secrecy {
  return secrecies.indexOf(a) > secrecies.indexOf(b) ? a : b
}

/** A report is at least confidential, whatever it is about. */
function secrecyOf(category: Category, mode: Mode): Secrecy {
  const { secrecy } = categoryRules[category]
  return mode === 'report' && secrecy === 'open' ? 'confidential' : secrecy
}
