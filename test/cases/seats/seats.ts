import { eq } from 'drizzle-orm'
import { fileFrom } from '../../../src/cases/filing.ts'
import { limitSeats, limitSeatsAtSite } from '../../../src/cases/seats/setting-quotas.ts'
import { quotas, seats } from '../../../src/db/tables/quotas.ts'
import { inAll, ofOption, ofSite } from '../../../src/forms/quota-keys.ts'
import { codes, versionOf } from '../../support/town/places.ts'
import { type Held, plainFiling, type Town } from '../../support/town/town.ts'

export const formId = 'suggestion'
export const atSite = ofSite(codes.grievance)
export const morning = ofOption('session', 'morning')
export const evening = ofOption('session', 'evening')

/** The town as people sign up in it for something of which there is not enough. */
export function signingUpIn(here: Town) {
  const { db, scene } = here
  const office = { ...scene, by: here.people.administrator }
  return {
    limit: (most: number | null, waits = false) =>
      limitSeats(office, { id: formId, slug: formId }, { most, waits }),
    limitAtSite: (most: number | null, code: string = codes.grievance) =>
      limitSeatsAtSite(office, { code, formId, org: { path: '0001' } }, most),
    /** An option's number, as publishing sets it. */
    limitOption: (of: string, most: number) => db.insert(quotas).values({ formId, of, most }),
    /** Somebody signs up; null where he is turned away. */
    async signUp({
      wants = [inAll],
      mayWait = true,
      key = crypto.randomUUID() as string,
    }: {
      wants?: string[]
      mayWait?: boolean
      key?: string
    } = {}): Promise<Held | null> {
      const filing = {
        ...{ ...plainFiling(), key, formVersionId: versionOf(formId), process: 'register' as const },
        ...{ answers: {}, seat: { formId, wants, mayWait } },
      }
      const filed = await fileFrom(scene, filing, null)
      return filed.ok ? { id: filed.caseId, receipt: filed.receipt, number: filed.number } : null
    },
    seatOf: async (held: Held) => (await here.asWorker(held)).seat,
    takenOf: async (of: string) =>
      (await db.select().from(quotas).where(eq(quotas.formId, formId))).find((it) => it.of === of)?.taken,
    all: () => db.select().from(seats).where(eq(seats.formId, formId)),
    async clear() {
      await db.delete(seats)
      await db.delete(quotas)
      await here.forgetCases()
    },
  }
}
