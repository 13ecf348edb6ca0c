import { asc } from 'drizzle-orm'
import { type Filing, file } from '../../../src/cases/filing.ts'
import { openDb } from '../../../src/db/client.ts'
import { formVersions } from '../../../src/db/tables/forms.ts'
import { organisations } from '../../../src/db/tables/orgs.ts'
import { calendarOf } from '../../../src/orgs/calendar.ts'
import { sceneOf } from '../../../src/orgs/scene.ts'
import { settingsFrom } from '../../../src/orgs/settings.ts'
import { testBindings } from '../../support/bindings.ts'
import type { Huying } from '../../support/huying.ts'

const rules = { settings: settingsFrom([]), calendar: calendarOf([]) }

/** A case that waits to be accepted by the federation's duty officers. */
export async function fileCase({ d1, secrets }: Huying, changes: Partial<Filing> = {}): Promise<string> {
  const db = openDb(d1)
  const [root] = await db.select().from(organisations).orderBy(asc(organisations.path)).limit(1)
  const [version] = await db.select().from(formVersions).limit(1)
  if (!root || !version) throw new Error('There is no federation')
  const filed = await file(sceneOf(db, secrets.keys, rules, new Date()), {
    key: crypto.randomUUID(),
    receiptSecret: testBindings.RECEIPT_SECRET,
    formVersionId: version.id,
    siteCode: null,
    orgId: root.id,
    orgPath: root.path,
    enterpriseId: null,
    bypassesUnit: false,
    category: 'wages',
    mode: 'complaint',
    anonymous: true,
    answers: {},
    identity: {},
    locale: 'zh',
    ...changes,
  })
  return filed.caseId
}
