import { eq } from 'drizzle-orm'
import type { Db } from '../../src/db/client.ts'
import { forms } from '../../src/db/tables/forms.ts'
import { quotas } from '../../src/db/tables/quotas.ts'
import { inAll, ofOption } from '../../src/forms/quota-keys.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { trainingOf } from '../support/training-form.ts'
import type { Scene } from './scenes.ts'
import { fillIn, goTo, inTurn, press, type Step, shows, toCheck, toSend } from './ways.ts'

const [full, waits, inPart] = ['course-full', 'course-waits', 'course-in-part']

/** Courses of which all places are taken: without a waiting list, with one, and of the mornings alone. */
export async function publishCourses(db: Db, now: Date): Promise<void> {
  const idOf = async (slug: string, ofMorning?: number) => {
    const made = await publish(db, { slug, definition: trainingOf(ofMorning), now })
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.formId
  }
  const taken = { most: 20, taken: 20 }
  await db.insert(quotas).values({ ...taken, formId: await idOf(full), of: inAll })
  await db.insert(quotas).values({ ...taken, formId: await idOf(waits), of: inAll })
  await db.update(forms).set({ waits: true }).where(eq(forms.slug, waits))
  const formId = await idOf(inPart, 12)
  await db
    .update(quotas)
    .set({ taken: 12 })
    .where(eq(quotas.of, ofOption('session', 'morning')))
  await db.insert(quotas).values({ formId, of: inAll, most: 100 })
}

const signUp = (form: string): Step =>
  inTurn(goTo(urls.form(form)), fillIn({ session: 'evening', wish: '想学接线', named: 'no' }), press(toCheck))

export const seatsScenes: Scene[] = [
  { name: 'places-none', open: goTo(urls.form(full)) },
  { name: 'places-wait-before', open: urls.form(waits) },
  { name: 'places-wait-check', open: inTurn(signUp(waits), shows('[name="wait"]')) },
  { name: 'places-wait-receipt', open: inTurn(signUp(waits), press(toSend), shows('.code')) },
  { name: 'places-option-full', open: urls.form(inPart) },
  { name: 'places-receipt', open: inTurn(signUp(inPart), press(toSend), shows('.code')) },
]
