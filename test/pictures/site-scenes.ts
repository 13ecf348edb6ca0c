import type { Db } from '../../src/db/client.ts'
import { randomId } from '../../src/db/id.ts'
import { limitSite } from '../../src/forms/changing-sites.ts'
import { replaceSite } from '../../src/forms/replacing-sites.ts'
import { administeredPaths } from '../../src/orgs/administering.ts'
import { loadStaff } from '../../src/orgs/staff.ts'
import { query, urls } from '../../src/urls.ts'
import type { Scene } from './scenes.ts'
import { along, fillIn, goTo, inTurn, press, type Step, sentBack, shows } from './ways.ts'

const as = 'ding.yiming'
/** Of the demo: it has been hung up, and nobody's scene needs its code. */
const torn = 'F9RQM'

/** Of the demo as well: one takes nothing yet, and one no more. */
const [early, over] = ['W3MFG', 'J9RWP']

/** Gives the one a new code, and the others their days. */
export async function changeSites(db: Db, now: Date): Promise<void> {
  const by = await loadStaff(db, as)
  if (!by) throw new Error(`Nobody is called ${as}`)
  const [path = ''] = administeredPaths(by)
  const [office, org] = [{ db, now, news: { waiting: false }, by }, { path }]
  const inDays = (count: number) => new Date(now.getTime() + count * 86_400_000)
  await replaceSite(office, { code: torn, org }, '海报被撕，旁边贴了别的码')
  await limitSite(office, { code: early, org }, { opensAt: inDays(7), closesAt: null })
  await limitSite(office, { code: over, org }, { opensAt: null, closesAt: inDays(-1) })
}

/** A place that is nowhere yet, and an employer that is not known. */
const addedAnew: Step = (page) => fillIn({ table: table.replace('二号门', `二号门 ${randomId(4)}`) })(page)
/** What whoever has just replaced it sees. */
const replaced: Step = async (page) => {
  await along(urls.officeSite(torn), 'main p > a[href*="/sites/"]')(page)
  const [, code = ''] = /\/sites\/(\w+)/.exec(page.url()) ?? []
  await goTo(urls.officePoster(code) + query({ instead: torn }))(page)
}
const table = [
  '地点\t英文\t企业\t表单\t备注',
  '二号门\tGate 2\t临溪青棉纺织有限公司\t向工会反映问题\t打卡机旁',
  '食堂门口\t\t临溪青棉纺织有限公司\tgrievance\t',
  '宿舍\t\t没有这家厂\tgrievance\t',
].join('\n')

/** Many sites out of a table, and a code that was replaced: what the office sees of it, and who scans the old one. */
export const siteScenes: Scene[] = [
  { name: 'office-batch', as, open: urls.officeBatches },
  {
    name: 'office-batch-looked',
    as,
    open: inTurn(goTo(urls.officeBatches), fillIn({ table }), press('[name="step"]')),
  },
  {
    name: 'office-batch-added',
    as,
    open: inTurn(
      goTo(urls.officeBatches),
      addedAnew,
      press('[value="look"]'),
      press('[name="step"][value="add"]'),
      shows('a[href*="batch="]'),
    ),
  },
  { name: 'office-batch-empty', as, open: inTurn(goTo(urls.officeBatches), sentBack('[name="step"]')) },
  {
    name: 'torn-refused',
    as,
    open: inTurn(goTo(urls.officeSiteReplacement('R5HXF')), sentBack('#words .button')),
  },
  { name: 'torn-poster', as, open: replaced },
  { name: 'torn-site', as, open: urls.officeSite(torn) },
  { name: 'office-sites-closed', as, open: urls.officeSites + query({ show: 'closed' }) },
  { name: 'torn-scanned', open: urls.site(torn) },
  { name: 'early-scanned', open: urls.site(early) },
  { name: 'early-site', as, open: urls.officeSite(early) },
  { name: 'over-scanned', open: urls.site(over) },
  {
    name: 'posters-filtered',
    as,
    open: along(urls.officeSites + query({ of: '', q: '门' }), 'a[href*="/posters"]'),
  },
]
