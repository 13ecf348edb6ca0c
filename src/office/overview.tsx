import type { Stranded } from '../cases/stranded.ts'
import { staffFactory } from '../env.ts'
import { administeredPaths, administersAll, readsLog } from '../orgs/administering.ts'
import type { Staff } from '../orgs/staff.ts'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { type Alarms, alarms } from './alarms.ts'
import { OfficePage } from './frame.tsx'

export const overview = staffFactory.createApp()

overview.get(urls.office, async (c) => {
  const { view, staff, db, rules, now } = c.var
  const ringing = administersAll(staff) ? await alarms(db, rules, now) : null
  return c.html(
    <OfficePage view={view} staff={staff} title={view.m.office.title}>
      <p>{view.m.office.overview.lead}</p>
      {ringing && <Ringing view={view} it={ringing} />}
      <ul class="list">
        {placesOf(staff).map(([place, href]) => (
          <li>
            <a class="what" href={href}>
              {view.m.office.overview.places[place][0]}
            </a>
            <span class="hint">{view.m.office.overview.places[place][1]}</span>
          </li>
        ))}
      </ul>
    </OfficePage>,
  )
})

function Ringing({ view, it }: { view: View; it: Alarms }) {
  const t = view.m.office.overview
  const lines = [
    ...it.unseen.map((one) => [t.unseen(view.m.words.categories[one]), urls.officeNominees]),
    it.proposals > 0 && [t.proposals(it.proposals), urls.officeNominees],
    it.waitingEmployers > 0 && [t.employers(it.waitingEmployers), urls.officeEmployers],
    it.failedMails > 0 && [t.failedMail(it.failedMails), urls.officeMail],
    it.unencrypted > 0 && [t.unencrypted(it.unencrypted), urls.office],
    it.calendarYear !== null && [t.calendar(it.calendarYear), urls.officeCalendar],
  ].filter((line) => line !== false)
  if (lines.length === 0 && it.stranded.count === 0) return <Notice title={t.calm} />
  return (
    <Notice kind="warning" title={t.alarms}>
      {it.stranded.count > 0 && <StrandedCases view={view} it={it.stranded} />}
      <ul>
        {lines.map(([text, href]) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Which cases nobody may act on, where and why; each leads to where it can be mended. */
function StrandedCases({ view, it: { count, cases } }: { view: View; it: Alarms['stranded'] }) {
  const t = view.m.office.overview
  return (
    <>
      <p>{t.unheld(count)}</p>
      <ul>
        {cases.map((one) => (
          <li>
            <a href={one.why === 'not_named' ? urls.officeNominees : urls.officeStaff}>
              {strandedLine(view, one)}
            </a>
          </li>
        ))}
      </ul>
      {count > cases.length && <p>{t.andMore(count - cases.length)}</p>}
    </>
  )
}

function strandedLine({ m, locale }: View, { number, org, role, why }: Stranded): string {
  return m.words.stranded[why](number, org[locale], role && m.words.roles[role])
}

type Place = keyof View['m']['office']['overview']['places']

function placesOf(staff: Staff): [Place, string][] {
  const part: [Place, string][] = [
    ['staff', urls.officeStaff],
    ['orgs', urls.officeOrgs],
    ['sites', urls.officeSites],
  ]
  const whole: [Place, string][] = [
    ['nominees', urls.officeNominees],
    ['employers', urls.officeEmployers],
    ['forms', urls.officeForms],
    ['settings', urls.officeSettings],
    ['calendar', urls.officeCalendar],
    ['mail', urls.officeMail],
  ]
  const logs: [Place, string][] = [
    ['log', urls.officeLog],
    ['record', urls.officeRecord],
    ['deletions', urls.officeDeletions],
  ]
  return [
    ...(administeredPaths(staff).length > 0 ? part : []),
    ...(administersAll(staff) ? whole : []),
    ...(readsLog(staff) ? logs : []),
  ]
}
