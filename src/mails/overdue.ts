import { catalogs } from '../i18n/catalog.ts'
import { query, urls } from '../urls.ts'
import { aboutSeveralCases } from './about-several-cases.ts'
import type { Mail } from './mail.ts'

/** Which cases are past their deadline, to whoever has them or stands above; the most urgent by number. */
export const overdueMail = aboutDates('overdue')

/** Which cases are due soon, to whoever has them. */
export const dueSoonMail = aboutDates('dueSoon')

/** Which cases came under supervision by themselves, to whoever watches over them. */
export const supervisedMail = aboutDates('supervised')

const list = {
  overdue: urls.deskCases + query({ show: 'late' }),
  dueSoon: urls.deskCases,
  supervised: urls.deskCases + query({ show: 'supervised' }),
}

function aboutDates(which: 'overdue' | 'dueSoon' | 'supervised'): Mail {
  return {
    for: 'who_sees_the_cases',
    write: (delivery, office) =>
      aboutSeveralCases(delivery, office, { ...catalogs[delivery.locale].mails[which], list: list[which] }),
  }
}
