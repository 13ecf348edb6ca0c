import { newCode } from '../../db/codes.ts'
import { readCode } from '../../typed/code.ts'

const count = 8
const length = 10

/** Codes for paper, and the keyed hashes that are kept of them. */
export async function newBackupCodes(key: string): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: count }, () => newCode(length))
  const hashes = await Promise.all(codes.map((code) => hashOf(key, code)))
  return { codes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes }
}

/** The keyed hash of a code as somebody typed it, or null when it cannot be one. */
export async function backupCodeHash(key: string, typed: string): Promise<string | null> {
  const code = readCode(typed, length)
  return code && hashOf(key, code)
}

async function hashOf(key: string, code: string): Promise<string> {
  const { makeSignature } = await import('better-auth/crypto')
  return makeSignature(`backup code ${code}`, key)
}
