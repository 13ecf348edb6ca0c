import { staffFactory } from '../env.ts'
import { urls } from '../urls.ts'
import { calendarPages } from './calendar/routes.tsx'
import { deletionPages } from './deletions/routes.tsx'
import { employerPages } from './employers/employer-routes.tsx'
import { formFiles } from './forms/files/routes.tsx'
import { making } from './forms/making/routes.tsx'
import { formPages } from './forms/routes.tsx'
import { officers } from './guards.ts'
import { logPages } from './log/routes.tsx'
import { mailPages } from './mail/routes.tsx'
import { orgPages } from './organisations/routes.tsx'
import { overview } from './overview.tsx'
import { nomineePages } from './people/nominees-routes.tsx'
import { partingPages } from './people/parting-routes.tsx'
import { personPages } from './people/person-routes.tsx'
import { peoplePages } from './people/routes.tsx'
import { recordPages } from './record/routes.tsx'
import { settingsPages } from './settings/routes.tsx'
import { sitePages } from './sites/routes.tsx'

/** What an administrator keeps in order; the guards of each page say who may. */
export const office = staffFactory.createApp()

office.use(`${urls.office}/*`, officers)
office.route('/', overview)
office.route('/', peoplePages)
office.route('/', personPages)
office.route('/', partingPages)
office.route('/', nomineePages)
office.route('/', orgPages)
office.route('/', employerPages)
office.route('/', formFiles)
office.route('/', formPages)
office.route('/', making)
office.route('/', sitePages)
office.route('/', settingsPages)
office.route('/', calendarPages)
office.route('/', mailPages)
office.route('/', logPages)
office.route('/', recordPages)
office.route('/', deletionPages)
