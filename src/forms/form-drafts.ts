import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { codeOf } from '../db/codes.ts'
import { hmac } from '../db/hmac.ts'
import { formDrafts } from '../db/tables/forms.ts'
import { openToChange, sealUnder, type Underneath } from '../encryption/under-receipt.ts'
import { readCode } from '../typed/code.ts'
import { keepFiles, letGo, type WithFiles } from './draft-files.ts'

/** A form that somebody has begun to fill in. */
export interface FormDraft extends WithFiles {
  /** The address of the form: of a site, or its own. */
  path: string
  /** The key of idempotency under which it will be sent. */
  key: string
  versionId: string
  /** In milliseconds. */
  openedAt: number
  endsAt: number
  /** What was typed, as it was posted: right, wrong, and beside the way that he goes now. */
  entries: [string, string][]
  /** The pages that he has been on, by id. */
  seen: string[]
}

/** Of 20 letters: 52 bits, and nobody tries codes without our secret. */
const codeLength = 12
const kept = 28 * 24 * 3_600_000
const mostTries = 5

/** The resume code of a key for whoever fills in: asked for ten times at once, it is one code. */
export async function resumeCodeFor(secret: string, key: string, filer: string): Promise<string> {
  return codeOf(BigInt(`0x${await hmac(secret, `resume ${key} ${filer}`)}`), codeLength)
}

/** A resume code as people type it, or null when it cannot be one. */
export function readResumeCode(typed: string): string | null {
  return readCode(typed, codeLength)
}

/** As it is shown: three groups of four. */
export function resumeCodeGroups(code: string): string[] {
  return code.match(/.{4}/g) ?? []
}

/** When a draft that is begun now is forgotten: after 28 days, however often it is changed. */
export function endOfDraft(now: Date): number {
  return now.getTime() + kept
}

interface Code {
  secret: string
  code: string
}

/** A draft as it lies there, with the turn by which it is changed. */
export interface OpenedDraft {
  draft: FormDraft
  turn: number
  under: Underneath
}

/**
 * Changes what was begun under a code, or begins it. Of two tabs that change it at once each finds what the other wrote.
 * Answers the draft as it is kept now; null where it was sent or forgotten since it was opened.
 */
export async function changeDraft(
  db: Db,
  of: Code,
  now: Date,
  { opened, change }: { opened: OpenedDraft | null; change: (before: FormDraft | null) => FormDraft },
): Promise<FormDraft | null> {
  let before = opened
  for (let tries = 0; tries < mostTries; tries++) {
    const draft = change(before?.draft ?? null)
    if (before && JSON.stringify(before.draft) === JSON.stringify(draft)) return draft
    if (await write(db, of, now, draft, before)) return draft
    before = await openDraft(db, of, now)
    if (opened && !before) return null
    if (before && before.draft.path !== draft.path) throw new Error('This is the code of another form')
  }
  throw new Error('A draft was changed by others again and again')
}

/** Lets a draft end in a minute: whoever taps twice finds what it became. */
export async function endDraftSoon(db: Db, of: Code, now: Date, draft: WithFiles): Promise<void> {
  const endsAt = new Date(now.getTime() + 60_000)
  const ends = db
    .update(formDrafts)
    .set({ endsAt })
    .where(eq(formDrafts.id, await idOf(of)))
  await db.batch([ends, ...letGo(db, draft)])
}

/** Forgets what was begun under a code, and that its files are needed for it. */
export async function forgetDraft(db: Db, of: Code, draft: WithFiles): Promise<void> {
  const forgets = db.delete(formDrafts).where(eq(formDrafts.id, await idOf(of)))
  await db.batch([forgets, ...letGo(db, draft)])
}

/** Forgets what was begun too long ago. */
export async function forgetFormDrafts(db: Db, now: Date): Promise<void> {
  await db.delete(formDrafts).where(lte(formDrafts.endsAt, now))
}

/** What was begun under a code; null where there is nothing, or not any more. */
export async function openDraft(db: Db, of: Code, now: Date): Promise<OpenedDraft | null> {
  const id = await idOf(of)
  const row = await db
    .select()
    .from(formDrafts)
    .where(and(eq(formDrafts.id, id), gt(formDrafts.endsAt, now)))
    .get()
  const opened = row && (await openToChange(await passOf(of), row.sealed, id))
  if (!row || !opened) return null
  return { turn: row.turn, draft: JSON.parse(opened.text) as FormDraft, under: opened.under }
}

async function write(db: Db, of: Code, now: Date, draft: FormDraft, before: OpenedDraft | null) {
  const id = await idOf(of)
  const sealed = await sealUnder(await passOf(of), JSON.stringify(draft), id, before?.under)
  const row = { id, sealed, endsAt: new Date(draft.endsAt) }
  const writes = before
    ? db
        .update(formDrafts)
        .set({ sealed, turn: sql`turn + 1` })
        .where(and(eq(formDrafts.id, id), eq(formDrafts.turn, before.turn)))
        .returning({ id: formDrafts.id })
    : // What lies there may be over: then it gives way.
      db
        .insert(formDrafts)
        .values(row)
        .onConflictDoUpdate({
          target: formDrafts.id,
          set: { sealed, endsAt: row.endsAt, turn: sql`turn + 1` },
          setWhere: lte(formDrafts.endsAt, now),
        })
        .returning({ id: formDrafts.id })
  const [rows] = await db.batch([writes, ...keepFiles(db, row, before?.draft ?? {}, draft)])
  return rows.length > 0
}

const idOf = async ({ secret, code }: Code) => (await hmac(secret, `draft ${code}`)).slice(0, 32)
/** A stolen database alone does not let anybody try codes. */
const passOf = ({ secret, code }: Code) => hmac(secret, `draft opened by ${code}`)
