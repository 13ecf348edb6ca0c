import type { Context } from 'hono'
import { type Filed, type Filing, fileFrom } from '../../cases/filing.ts'
import { loadByReceiptHash } from '../../cases/loading.ts'
import { receiptHash } from '../../cases/receipts.ts'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { pathAnswer } from '../../forms/answers.ts'
import type { DraftFile } from '../../forms/draft-files.ts'
import { filesAnswered } from '../../forms/file-questions.ts'
import { mayBeFull } from '../../forms/meaning.ts'
import { wantsOf } from '../../forms/quota-keys.ts'
import { countsSeats } from '../../forms/room.ts'
import type { Opened } from '../../forms/versions.ts'
import { endFilerSoon } from '../form/filer.ts'
import type { Sheet } from '../form/form-page.tsx'
import { type Filled, filedAnswers } from '../form/read-form.ts'
import type { Token } from '../form/token.ts'
import { addressOfReceipt } from '../receipt/receipt-address.ts'
import { ReceiptPage } from '../receipt/receipt-page.tsx'
import { filedAs } from './filed-as.ts'
import { ChangedPage, SentPage } from './sent-page.tsx'

export interface Sent {
  sheet: Sheet
  versionId: string
  filled: Filled
  /** The worker's employer in the register, if it is known. */
  enterprise: Opened['enterprise']
  /** What opens the files that came with it. */
  files?: DraftFile[]
  token: Pick<Token, 'key'>
  /** He was told that he may have to wait for a place, and wants to. */
  mayWait: boolean
  filer: Filer
}

/**
 * Files what was checked and goes on to the receipt; the same browser that sends again comes to the same one.
 * `day_full` where nothing more is taken today, `no_place` where he would have to wait for a place and was not told so, or
 * cannot.
 */
export async function sendForm(c: Context<AppEnv>, sent: Sent): Promise<Response | 'day_full' | 'no_place'> {
  const { sheet, filled, token, filer } = sent
  const filed = await fileFrom(c.var, { ...filingOf(c, sent), ...(await seatFor(c, sent)) }, filer)
  if (!filed.ok && filed.why !== 'sent_elsewhere') return filed.why
  if (!filed.ok) return c.html(<SentPage view={sheet.view} />, 409)
  // Whoever keeps no cookies cannot be led to another page that shows it.
  if (!filer.isKept) return receiptHere(c, filed)
  await endFilerSoon(c, filer)
  const changed = filed.again && !filed.sameAnswers
  const receipt = await addressOfReceipt(c, { key: token.key, again: filed.again && !changed })
  if (changed) return c.html(<ChangedPage sheet={sheet} filled={filled} receipt={receipt} />, 409)
  return c.redirect(receipt, 303)
}

function filingOf(c: Context<AppEnv>, { sheet, versionId, filled, enterprise, files = [], token }: Sent) {
  const { opened, definition, view } = sheet
  const org = enterprise?.org ?? opened.org
  if (!org || !filled.mode) throw new Error('A form was filed where there is no organisation')
  return {
    key: token.key,
    receiptSecret: c.env.secrets.receipts,
    formVersionId: versionId,
    siteCode: opened.site?.code ?? null,
    orgId: org.id,
    orgPath: org.path,
    enterpriseId: enterprise?.id ?? null,
    ...filedAs(definition, filled),
    mode: filled.mode,
    process: definition.process,
    anonymous: filled.named !== true,
    sealed: filled.sealed,
    answers: { ...filedAnswers(filled), ...(definition.layout === 'paged' ? pathAnswer(filled.path) : {}) },
    identity: filled.identity,
    files: filesAnswered(definition, filled.answers, files),
    locale: view.locale,
  }
}

/** What he takes a place of. What is kept of the form may be half a minute old: it counts from the moment in which it is set. */
async function seatFor(
  c: Context<AppEnv>,
  { sheet: { opened, definition }, filled, mayWait }: Sent,
): Promise<Pick<Filing, 'seat'>> {
  const { form, site } = opened
  const counts = mayBeFull(definition) && (form.isCounted || (await countsSeats(c.var.db, form.id)))
  const wants = wantsOf(definition, filled.answers, site)
  return counts ? { seat: { formId: form.id, wants, mayWait } } : {}
}

async function receiptHere(c: Context<AppEnv>, { receipt, again }: Filed) {
  const hash = await receiptHash(c.env.secrets.receipts, receipt)
  // It is filed: whatever breaks from here, the receipt is shown.
  const filed = await loadByReceiptHash(c.var, hash).catch(() => null)
  return c.html(
    <ReceiptPage
      view={c.var.view}
      settings={c.var.rules.settings}
      shown={{ receipt, again }}
      filed={filed}
      stage="open"
      origin={new URL(c.req.url).origin}
    />,
  )
}
