import { mailChoiceToken } from '../../src/mail/unsubscribe-token.ts'
import { query, urls } from '../../src/urls.ts'
import { testBindings } from '../support/bindings.ts'
import { change } from './meanwhile.ts'
import type { Scene } from './scenes.ts'
import { type Fields, fillIn, goTo, inTurn, press, refused, type Step, sentBack, shows } from './ways.ts'

const administrator = 'ding.yiming'
const submit = 'main form .button'

const askForCode: Step = inTurn(
  goTo(urls.signIn),
  fillIn({ email: 'nobody@union.example' }),
  press(submit),
  shows('[name="code"]'),
)

const goToMailChoice: Step = async (page) =>
  page.goto(urls.mailChoice(await mailChoiceToken(testBindings.AUTH_SECRET, 'lin.qiushi')))

const loseSession: Step = async (page) => {
  await page.context().clearCookies({ name: /session/ })
}

/** What a cadre or an administrator meets where something is wrong, missing or not his. */
export function staffRefused(caseCalled: (key: string) => string): Scene[] {
  const triage = urls.deskCase(caseCalled('contract-declined-objected'))
  const handled = urls.deskCase(caseCalled('injury-hearing'))
  const act = (name: string, as: string, path: string, noun: string, fields: Fields = {}): Scene => ({
    name: `desk-case-${name}`,
    as,
    open: refused(path, `button[formaction$="/${noun}"]`, fields),
  })
  const sheet = (name: string, path: string, button: string, fields: Fields = {}): Scene => ({
    name: `office-${name}`,
    as: administrator,
    open: refused(path, button, fields),
  })
  return [
    { name: 'sign-in-wrong', open: refused(urls.signIn, submit, { email: '何志远' }) },
    { name: 'sign-in-code', open: askForCode },
    { name: 'sign-in-code-wrong', open: inTurn(askForCode, sentBack(submit, { code: '1234 5678' })) },
    { name: 'sign-in-code-again', open: inTurn(askForCode, press('form:has([name="again"]) button')) },
    { name: 'mail-choice', open: goToMailChoice },
    { name: 'mail-choice-made', open: inTurn(goToMailChoice, press('main form button')) },
    { name: 'mail-choice-gone', open: urls.mailChoice('nobody') },
    {
      name: 'sign-in-words-wait',
      as: 'wu.xiaolan',
      open: inTurn(
        goTo(triage),
        fillIn({ 'note-reason': '去过车间' }),
        loseSession,
        press('button[formaction$="/note"]'),
      ),
    },

    act('acceptance-wrong', 'wu.xiaolan', urls.deskCase(caseCalled('leave-store-marriage')), 'acceptance', {
      'acceptance-workers': '很多',
    }),
    act('question-empty', 'he.zhiyuan', triage, 'question'),
    act('note-too-long', 'wu.xiaolan', triage, 'note', { 'note-reason': '查'.repeat(4100) }),
    act('dispatch-empty', 'duan.hongwei', urls.deskCase(caseCalled('wages-english-electronics')), 'dispatch'),
    act('draft-empty', 'gao.yuan', urls.deskCase(caseCalled('contract-store-review')), 'draft'),
    // What the scenes below typed waits as his draft.
    act('referral-empty', 'peng.xiaolong', handled, 'referral', {
      ...{ 'referral-recipient': '', 'referral-body': '', 'referral-reason': '' },
    }),
    ...(
      [
        ['sure', '桂枝，０４８０２ ０１０１３８'],
        ['perhaps', '职工说：体检说我听力下降，厂里叫我换个地方再查一次。张主任知道。'],
      ] as const
    ).map(
      ([name, body]): Scene => ({
        name: `desk-case-referral-stopped-${name}`,
        as: 'peng.xiaolong',
        open: inTurn(
          goTo(handled),
          fillIn({
            'referral-recipient': '县人社局',
            'referral-body': body,
            'referral-reason': '转人社局。',
          }),
          press('button[formaction$="/referral"]'),
          shows('.notice del'),
        ),
      }),
    ),
    act('consent-empty', 'peng.xiaolong', handled, 'consent'),
    {
      name: 'desk-case-identity',
      as: 'peng.xiaolong',
      open: inTurn(
        goTo(handled),
        fillIn({ 'identity-reason': '和他约时间' }),
        press('button[formaction$="/identity"]'),
        shows('#identity .sheet'),
      ),
    },
    {
      name: 'desk-case-draft-kept',
      as: 'wu.xiaolan',
      open: inTurn(goTo(triage), fillIn({ 'note-reason': '去过车间' }), press('button[value="keep"]')),
    },
    {
      name: 'desk-case-overtaken',
      as: 'he.zhiyuan',
      open: inTurn(
        goTo(triage),
        fillIn({ 'question-reason': '请补充九月的工资条' }),
        change('[name="turn"]', '0'),
        press('button[formaction$="/question"]'),
      ),
    },
    { name: 'desk-cases-none', as: 'wu.xiaolan', open: urls.deskCases + query({ number: '10000000' }) },
    { name: 'desk-no-cases', as: administrator, open: urls.desk },

    { name: 'office-forbidden', as: 'he.zhiyuan', open: urls.office },
    sheet('settings-wrong', urls.officeSettings, submit, {
      'name-zh': '',
      zone: '北京',
      helplines: '110',
      retentionDays: '一年',
      'city-name-zh': '',
    }),
    sheet('invitation-empty', urls.officeStaff, submit),
    sheet('person-wrong', urls.officePerson('peng.xiaolong'), 'form#words .button', {
      name: '',
      email: '彭',
    }),
    { name: 'office-staff-waiting', as: administrator, open: urls.officeStaff + query({ show: 'waiting' }) },
    {
      name: 'office-log-choosing',
      as: administrator,
      open: urls.officeLog + query({ who: 'an', day: '昨天' }),
    },
    { name: 'office-sites-found', as: administrator, open: urls.officeSites + query({ show: 'closed' }) },
    { name: 'office-staff-none', as: administrator, open: urls.officeStaff + query({ q: '没有这个人' }) },
    {
      name: 'office-staff-done',
      as: administrator,
      open: urls.officeStaff + query({ invited: 'a@b.example' }),
    },
    sheet(
      'organisation-empty',
      urls.officeOrg('linxi'),
      'button[value="add"], form:has([value="add"]) .button',
    ),
    sheet('form-wrong', urls.officeForms, submit, { slug: '表单', json: '{' }),
    { name: 'office-sites-of', as: administrator, open: urls.officeSites + query({ org: 'linxi' }) },
    sheet('site-empty', urls.officeSites + query({ org: 'linxi' }), 'form[method="post"] button'),
    sheet('calendar-wrong', urls.officeCalendar, submit, { off: '国庆节', worked: '10-40' }),
    sheet('employer-refused-empty', urls.officeEmployers, 'form:has([name$="-reason"]) .quiet-button'),
  ]
}
