import type { Context } from 'hono'
import { file } from '../../cases/filing.ts'
import type { AppEnv } from '../../env.ts'
import type { Definition } from '../../forms/definition.ts'
import { categoryOf, saysDanger, workersIn } from '../../forms/meaning.ts'
import type { Opened } from '../../forms/versions.ts'
import { urls } from '../../urls.ts'
import type { Filled } from '../form/read-form.ts'
import type { Token } from '../form/token.ts'
import { keepReceipt } from '../receipt/receipt-cookie.ts'

export interface Sent {
  opened: Opened
  definition: Definition
  versionId: string
  filled: Filled
  /** The worker's employer in the register, if it is known. */
  enterprise: Opened['enterprise']
  token: Token
}

/** Files what was checked and goes on to the receipt; the same page sent again comes to the same receipt. */
export async function sendForm(c: Context<AppEnv>, sent: Sent) {
  const { opened, definition, versionId, filled, enterprise, token } = sent
  const { view } = c.var
  const org = enterprise?.org ?? opened.org
  if (!org || !filled.mode) throw new Error('A form was filed where there is no organisation')
  const danger = saysDanger(definition, filled.answers)
  const filed = await file(c.var, {
    key: token.key,
    receiptSecret: c.env.secrets.receipts,
    formVersionId: versionId,
    siteCode: opened.site?.code ?? null,
    orgId: org.id,
    orgPath: org.path,
    enterpriseId: enterprise?.id ?? null,
    bypassesUnit: filled.bypass,
    category: categoryOf(definition, filled.answers),
    mode: filled.mode,
    process: definition.process,
    anonymous: filled.named !== true,
    answers: filled.answers,
    identity: filled.identity,
    locale: view.locale,
    workers: workersIn(definition, filled.answers),
    ...(danger === undefined ? {} : { danger }),
  })
  const came = !filed.again ? 'new' : filed.sameAnswers ? 'same' : 'different'
  await keepReceipt(c, { receipt: filed.receipt, came })
  return c.redirect(urls.receipt, 303)
}
