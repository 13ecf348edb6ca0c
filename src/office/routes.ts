import { factory } from '../env.ts'
import { urls } from '../urls.ts'
import { calendarPages } from './calendar.tsx'
import { formPages } from './forms.tsx'
import { logPages } from './log.tsx'
import { mailPages } from './mail.tsx'
import { officers } from './officers.ts'
import { orgPages } from './orgs.tsx'
import { overview } from './overview.tsx'
import { peoplePages } from './people.tsx'
import { personPages } from './person.tsx'
import { settingsPages } from './settings.tsx'
import { sitePages } from './sites.tsx'

/** What an administrator keeps in order; the guards of each page say who may. */
export const office = factory.createApp()

office.use(`${urls.office}/*`, officers)
office.route('/', overview)
office.route('/', peoplePages)
office.route('/', personPages)
office.route('/', orgPages)
office.route('/', formPages)
office.route('/', sitePages)
office.route('/', settingsPages)
office.route('/', calendarPages)
office.route('/', mailPages)
office.route('/', logPages)
