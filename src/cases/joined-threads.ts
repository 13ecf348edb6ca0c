import { asc, eq, inArray } from 'drizzle-orm'
import { listed } from '../db/listed.ts'
import { cases, messages } from '../db/tables/cases.ts'
import { files } from '../db/tables/files.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { staff } from '../db/tables/orgs.ts'
import { cipherOf } from '../encryption/case-cipher.ts'
import type { Keys } from './ciphers.ts'
import type { Entry } from './history.ts'
import type { Relative } from './relatives.ts'
import { withoutMinutes } from './without-minutes.ts'

/** What was written both ways with the worker of a case that is merged into another one. */
export interface JoinedThread {
  of: Relative
  messages: Extract<Entry, { kind: 'message' }>[]
}

/** The threads of what is merged into a case, as far as the reader sees those cases; none that is empty. */
export async function joinedThreads(
  scene: Keys,
  relatives: readonly Relative[],
  zone: string,
): Promise<JoinedThread[]> {
  const merged = relatives.filter(({ kin }) => kin === 'merged')
  if (merged.length === 0) return []
  const found = await scene.db
    .select({
      message: messages,
      file: { kind: files.kind, size: files.size },
      name: staff.name,
      anonymous: cases.anonymous,
      key: caseKeys,
    })
    .from(messages)
    .leftJoin(files, eq(files.id, messages.id))
    .innerJoin(cases, eq(cases.id, messages.caseId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, messages.caseId))
    .leftJoin(staff, eq(staff.id, messages.staffId))
    .where(inArray(messages.caseId, listed(merged.map(({ id }) => id))))
    .orderBy(asc(messages.at))
  const ciphers = new Map(
    merged.map(({ id }) => {
      const key = found.find(({ message }) => message.caseId === id)?.key
      return [id, cipherOf(scene.keys, { id }, key ?? null, scene.now)]
    }),
  )
  const rows = await Promise.all(
    found.map(async ({ message, file, ...row }) => {
      const body = await ciphers.get(message.caseId)?.decrypt(messages.body, message.id, message.body)
      return { ...row, message: { ...message, file, body: body ?? '' } }
    }),
  )
  const byCase = Map.groupBy(rows, ({ message }) => message.caseId)
  return merged.flatMap((of) => {
    const thread = byCase.get(of.id) ?? []
    const said = thread.flatMap(({ message, name, anonymous }) =>
      withoutMinutes([{ kind: 'message', ...message, name }], { anonymous }, zone),
    )
    return said.length > 0 ? [{ of, messages: said.filter((entry) => entry.kind === 'message') }] : []
  })
}
