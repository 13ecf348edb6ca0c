import { newCode } from '../db/codes.ts'
import { readCode } from '../typed/code.ts'

/** What stands on the wall: there are three million of them. */
const siteCodeLength = 5

/** A new random code for a site. */
export function newSiteCode(): string {
  return newCode(siteCodeLength)
}

/** The code of a site as people type it, or null when it cannot be one. */
export function readSiteCode(typed: string): string | null {
  return readCode(typed, siteCodeLength)
}
