import { query, urls } from '../../src/urls.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { begunScenes } from './begun-scenes.ts'
import { everyKindScenes } from './every-kind.ts'
import { evidenceScenes } from './evidence-scenes.ts'
import { makingScenes } from './making-scenes.ts'
import { pagedScenes } from './paged-scenes.ts'
import { seatsScenes } from './seats-scenes.ts'
import { secondFactors } from './second-factors.ts'
import { siteScenes } from './site-scenes.ts'
import { staffRefused } from './staff-refused.ts'
import {
  along,
  choose,
  type Fields,
  fileUntil,
  fillIn,
  goTo,
  inTurn,
  press,
  refused,
  type Step,
  shows,
  tellMe,
  tellUnderReceipt,
  toCheck,
  writeUntilTooMany,
} from './ways.ts'
import { workerRefused } from './worker-refused.ts'

const sendMessage = 'button[formaction$="/messages"]'
const photo = jpeg.make({ word: '', places: [], orientation: 1 })

/** One page as somebody sees it. */
export interface Scene {
  name: string
  /** Who is signed in, by the name of his demo account. */
  as?: string
  /** He has never set up a second factor. */
  unenrolled?: true
  /** The case whose receipt is shown first. */
  receiptOf?: string
  /** He has not read what the union wrote. */
  anew?: true
  /** By a link, which asks first. */
  byLink?: true
  /** Of a service that nobody has set up. */
  unfounded?: true
  /** Of a service that lets one try through a minute. */
  strict?: true
  open: string | Step
}

const grievance = urls.site('QH7CM')
/** A site that takes no more today. */
export const fullSite = 'M4VGH'
/** A line of a list that leads on. */
/** A form that workers fill in. */
const published = 'main .list li:has-text("/f/grievance") a'
const line = 'a.what'

const searchFor = (fields: Fields): Step =>
  inTurn(goTo(urls.deskSearch), fillIn(fields), press('.finder button'), shows('.cases, .empty'))

/** Every page of the product, in the order of the main road. */
export function scenesOf(caseIn: (state: string) => string, caseCalled: (key: string) => string): Scene[] {
  return [
    { name: 'home', open: urls.home },
    { name: 'protection', open: urls.protection },
    { name: 'form', open: grievance },
    { name: 'form-errors', open: refused(grievance, toCheck, { danger: 'no', named: 'no' }) },
    { name: 'form-check', open: fileUntil('check', grievance) },
    ...begunScenes(grievance),
    { name: 'receipt', open: fileUntil('send', grievance) },
    { name: 'form-full', open: fileUntil('send', urls.site(fullSite)) },
    { name: 'form-safety', open: urls.form('safety') },
    { name: 'form-hardship', open: urls.form('hardship') },
    { name: 'form-joining', open: urls.form('joining') },
    { name: 'form-suggestion', open: urls.form('suggestion') },
    { name: 'form-closed', open: urls.site('V2XGC') },
    ...everyKindScenes,
    ...pagedScenes,
    ...evidenceScenes(caseCalled),
    ...makingScenes,
    ...seatsScenes,
    { name: 'unknown-code', open: urls.site('ZZZZZ') },
    { name: 'follow-entry', open: urls.follow },
    { name: 'follow-new-answer', receiptOf: 'wages-department-store', anew: true, open: urls.follow },
    { name: 'follow-new-message', receiptOf: 'wages-cold-chain', anew: true, open: urls.follow },
    { name: 'follow-replied', receiptOf: 'wages-department-store', open: urls.follow },
    { name: 'follow-question', receiptOf: 'hardship-student', open: urls.follow },
    { name: 'follow-handled', receiptOf: 'wages-cold-chain', open: urls.follow },
    {
      name: 'follow-photo',
      receiptOf: 'hardship-student',
      open: inTurn(goTo(urls.follow), choose('input[type="file"]', 'a.jpg', photo), press(sendMessage)),
    },
    { name: 'follow-closed', receiptOf: 'wages-spinning', open: urls.follow },
    { name: 'follow-danger', receiptOf: 'safety-ammonia', open: urls.follow },
    { name: 'follow-merged', receiptOf: 'wages-textiles-same', open: urls.follow },
    { name: 'follow-withdrawn', receiptOf: 'insurance-withdrawn-now', open: urls.follow },
    { name: 'follow-withdrawn-danger', receiptOf: 'safety-withdrawn', open: urls.follow },
    { name: 'follow-consent', receiptOf: 'bargaining-wages-park', open: urls.follow },
    { name: 'follow-consent-given', receiptOf: 'wages-doors', open: urls.follow },
    { name: 'follow-limitation', receiptOf: 'injury-hearing', open: urls.follow },
    {
      name: 'follow-news',
      receiptOf: 'wages-fishing',
      open: inTurn(goTo(urls.follow), fillIn({ newsMail: 'hua@example.com' }), press(tellMe)),
    },
    {
      name: 'receipt-news',
      open: inTurn(
        fileUntil('send', grievance),
        fillIn({ newsMail: 'hua@example.com' }),
        press(tellUnderReceipt),
      ),
    },
    { name: 'follow-too-often', receiptOf: 'wages-fishing', open: writeUntilTooMany },
    { name: 'follow-data', receiptOf: 'wages-spinning', open: urls.followData },
    { name: 'follow-opening', receiptOf: 'wages-spinning', byLink: true, open: urls.followOpening },
    { name: 'follow-new-receipt', receiptOf: 'wages-department-store', open: urls.followReceipt },
    { name: 'follow-identity', receiptOf: 'wages-department-store', open: urls.followIdentity },
    { name: 'follow-seal', receiptOf: 'wages-cold-chain', open: urls.followSeal },
    { name: 'follow-sealed', receiptOf: 'safety-ammonia', open: urls.followSeal },
    { name: 'follow-new-receipt-sealed', receiptOf: 'safety-ammonia', open: urls.followReceipt },
    { name: 'follow-identity-sealed', receiptOf: 'safety-ammonia', open: urls.followIdentity },
    { name: 'follow-words', receiptOf: 'wages-department-store', open: urls.followWords },
    { name: 'follow-words-erased', receiptOf: 'insurance-withdrawn', open: urls.follow },
    { name: 'follow-words-none', receiptOf: 'insurance-withdrawn', open: urls.followWords },
    { name: 'board', open: urls.board },
    { name: 'record', open: urls.record },
    { name: 'sign-in', open: urls.signIn },
    { name: 'sign-in-again', open: inTurn(goTo(urls.signInCode), shows('.notice.warning')) },
    { name: 'account', as: 'zhou.huimin', open: urls.account },
    { name: 'second-factor', as: 'zhou.huimin', open: urls.accountSecondFactor },
    { name: 'second-factor-scan', as: 'zhou.huimin', open: along(urls.accountSecondFactor, 'main button') },
    { name: 'desk', as: 'he.zhiyuan', open: urls.desk },
    { name: 'desk-done', as: 'he.zhiyuan', open: urls.desk + query({ done: 'accept' }) },
    { name: 'desk-chair', as: 'zhou.huimin', open: urls.desk },
    { name: 'desk-deputy', as: 'fang.min', open: urls.desk },
    { name: 'desk-supervisor', as: 'tao.wenbin', open: urls.desk },
    { name: 'desk-empty', as: 'cao.yang', open: urls.desk },
    { name: 'desk-auditor', as: 'xu.qing', open: urls.desk },
    { name: 'desk-cases', as: 'wu.xiaolan', open: urls.deskCases },
    { name: 'desk-forms', as: 'wu.xiaolan', open: urls.deskForms },
    { name: 'desk-answers', as: 'wu.xiaolan', open: along(urls.deskForms, line) },
    {
      name: 'desk-answers-tables',
      as: 'wu.xiaolan',
      open: along(urls.deskForms, line, 'main .quiet-button + .quiet-button'),
    },
    {
      name: 'desk-answers-summary',
      as: 'wu.xiaolan',
      open: along(urls.deskForms, line, 'main .quiet-button'),
    },
    {
      name: 'desk-cases-supervised',
      as: 'zhou.huimin',
      open: urls.deskCases + query({ show: 'supervised' }),
    },
    { name: 'desk-cases-late', as: 'wu.xiaolan', open: urls.deskCases + query({ show: 'late' }) },
    { name: 'desk-cases-new', as: 'wu.xiaolan', open: urls.deskCases + query({ show: 'new' }) },
    { name: 'desk-cases-mine', as: 'peng.xiaolong', open: urls.deskCases + query({ show: 'mine' }) },
    { name: 'desk-cases-place', as: 'tao.wenbin', open: along(urls.desk, '.places a') },
    { name: 'desk-cases-employer', as: 'wu.xiaolan', open: urls.deskCases + query({ name: '青棉' }) },
    { name: 'desk-search', as: 'wu.xiaolan', open: urls.deskSearch },
    { name: 'desk-search-found', as: 'wu.xiaolan', open: searchFor({ words: '工资' }) },
    { name: 'desk-search-narrowed', as: 'wu.xiaolan', open: searchFor({ words: '工资', state: 'closed' }) },
    { name: 'desk-search-none', as: 'wu.xiaolan', open: searchFor({ words: '没有这几个字' }) },
    {
      name: 'desk-search-wrong',
      as: 'wu.xiaolan',
      open: refused(urls.deskSearch, '.finder button', { words: '字' }),
    },
    { name: 'desk-cases-which', as: 'wu.xiaolan', open: urls.deskCases + query({ name: '临溪' }) },
    ...['triage', 'investigating', 'in_review', 'sign_off', 'replied', 'closed'].map((state) => ({
      name: `desk-case-${state}`,
      as: 'zhou.huimin',
      open: urls.deskCase(caseIn(state)),
    })),
    { name: 'desk-case-handler', as: 'peng.xiaolong', open: along(urls.desk, line) },
    { name: 'desk-case-duty', as: 'ma.chunyan', open: along(urls.desk, line) },
    { name: 'desk-case-head', as: 'duan.hongwei', open: urls.deskCase(caseIn('in_review')) },
    { name: 'desk-unread', as: 'qian.bonian', open: urls.desk },
    ...(
      [
        ['unread', 'qian.bonian', 'wages-store-open'],
        ['accepting', 'qian.bonian', 'leave-store-marriage'],
        ['sent-back', 'cheng.liang', 'hours-parcels-peak'],
        ['merging', 'luo.jianping', 'wages-store-same'],
        ['merged-into', 'ma.chunyan', 'wages-textiles-again'],
        ['extension', 'zhou.huimin', 'injury-hearing'],
        ['release', 'fang.min', 'harassment-not-one'],
        ['withdrawn-danger', 'sun.guodong', 'safety-withdrawn'],
        ['danger', 'su.ting', 'safety-ammonia'],
        ['consent', 'peng.xiaolong', 'wages-doors'],
        ['erased', 'zhou.huimin', 'insurance-withdrawn'],
      ] as const
    ).map(([name, as, key]) => ({ name: `desk-case-${name}`, as, open: urls.deskCase(caseCalled(key)) })),
    { name: 'desk-referral', as: 'peng.xiaolong', open: urls.deskReferral(caseCalled('wages-doors')) },
    { name: 'office', as: 'ding.yiming', open: urls.office },
    { name: 'office-settings', as: 'ding.yiming', open: urls.officeSettings },
    { name: 'office-staff', as: 'ding.yiming', open: urls.officeStaff },
    { name: 'office-person', as: 'ding.yiming', open: urls.officePerson('tang.jing') },
    {
      name: 'office-person-leaving',
      as: 'ding.yiming',
      open: urls.officeParting('peng.xiaolong') + query({ act: 'deactivate' }),
    },
    { name: 'office-nominees', as: 'ding.yiming', open: urls.officeNominees },
    { name: 'office-employers', as: 'ding.yiming', open: urls.officeEmployers },
    { name: 'office-orgs', as: 'ding.yiming', open: urls.officeOrgs },
    { name: 'office-org', as: 'ding.yiming', open: along(urls.officeOrgs, line) },
    { name: 'office-forms', as: 'ding.yiming', open: urls.officeForms },
    { name: 'office-form', as: 'ding.yiming', open: along(urls.officeForms, published) },
    {
      name: 'office-form-version',
      as: 'ding.yiming',
      open: along(urls.officeForms, published, 'a[href*="/versions/"]'),
    },
    { name: 'office-sites', as: 'ding.yiming', open: urls.officeSites },
    { name: 'office-site', as: 'ding.yiming', open: urls.officeSite('QH7CM') },
    { name: 'office-calendar', as: 'ding.yiming', open: urls.officeCalendar },
    { name: 'office-mail', as: 'ding.yiming', open: urls.officeMail },
    {
      name: 'office-mail-tested',
      as: 'ding.yiming',
      open: inTurn(goTo(urls.officeMail), press('form[action$="/test"] button')),
    },
    { name: 'office-deletions', as: 'xu.qing', open: urls.officeDeletions },
    { name: 'office-record', as: 'xu.qing', open: urls.officeRecord },
    { name: 'office-log', as: 'xu.qing', open: urls.officeLog },
    {
      name: 'office-log-filtered',
      as: 'xu.qing',
      open: urls.officeLog + query({ action: 'signed_in', who: 'ding.yiming' }),
    },
    { name: 'poster', as: 'ding.yiming', open: urls.officePoster('QH7CM') },
    {
      name: 'poster-table',
      as: 'ding.yiming',
      open: urls.officePoster('QH7CM') + query({ size: 'table' }),
    },
    {
      name: 'poster-stickers',
      as: 'ding.yiming',
      open: urls.officePoster('QH7CM') + query({ size: 'stickers' }),
    },
    {
      name: 'posters',
      as: 'ding.yiming',
      open: along(urls.officeOrgs, 'main a[href*="/sites?org"]', 'a[href*="/posters"]'),
    },
    ...siteScenes,
    { name: 'not-found', open: `${urls.home}nothing-here` },
    ...secondFactors,
    { name: 'setup', unfounded: true, open: urls.setup },
    { name: 'setup-empty', unfounded: true, open: refused(urls.setup, 'main form .button') },
    ...workerRefused,
    ...staffRefused(caseCalled),
  ]
}
