import { query, urls } from '../../src/urls.ts'
import { back, change, fromElsewhere, loseCookies, setAttribute } from './meanwhile.ts'
import type { Scene } from './scenes.ts'
import {
  choose,
  fileUntil,
  fillIn,
  goTo,
  inTurn,
  press,
  refused,
  type Step,
  sentBack,
  shows,
  tellMe,
  tellUnderReceipt,
  toCheck,
  toSend,
} from './ways.ts'

const grievance = urls.site('QH7CM')
const closed = urls.site('V2XGC')
const message = 'button[formaction$="/messages"]'
const typedText = '#typed-0'

const phone = 'input[type="tel"]'
const typeNoNumber: Step = (page) => page.locator(phone).fill('没有电话')

/** Says that he has kept the receipt. */
const enterEnd: Step = async (page) => {
  const code = await page.locator('.code').innerText()
  await fillIn({ last: code.trim().slice(-4) })(page)
}

/** What a worker meets where something is wrong, missing, over or elsewhere. */
export const workerRefused: Scene[] = [
  { name: 'home-code-wrong', open: urls.home + query({ code: 'ABC' }) },
  { name: 'unknown-form', open: urls.form('nothing') },
  ...['safety', 'hardship', 'joining', 'suggestion'].map((form) => ({
    name: `form-${form}-empty`,
    open: refused(urls.form(form), toCheck),
  })),
  {
    name: 'form-too-long',
    open: refused(grievance, toCheck, {
      danger: 'yes',
      matter: 'other',
      named: 'yes',
      people: '很多',
      story: '没发工资。'.repeat(900),
    }),
  },
  { name: 'form-mental', open: inTurn(goTo(grievance), fillIn({ matter: 'mental' })) },
  { name: 'form-harassment', open: inTurn(goTo(grievance), fillIn({ matter: 'harassment' })) },
  { name: 'form-old', open: inTurn(goTo(grievance), change('[name="token"]', 'old'), sentBack(toCheck)) },
  {
    name: 'form-of-a-machine',
    open: inTurn(goTo(grievance), change('[name="website"]', 'x'), sentBack(toCheck)),
  },
  {
    name: 'form-closed-meanwhile',
    open: inTurn(
      goTo(grievance),
      fillIn({ story: '九月的工资还没有发。' }),
      setAttribute('form:has([name="story"])', 'action', closed),
      press(toCheck),
      shows(typedText),
    ),
  },
  {
    name: 'form-too-large',
    open: inTurn(goTo(grievance), fillIn({ story: '长'.repeat(70_000) }), press(toCheck), shows(typedText)),
  },
  {
    name: 'form-from-elsewhere',
    open: inTurn(goTo(grievance), fromElsewhere, press('button'), shows(typedText)),
  },
  {
    name: 'form-changed',
    open: inTurn(
      fileUntil('send', grievance),
      back,
      press('main button[name="step"][value="edit"]'),
      fillIn({ story: '十一月的也没有发。' }),
      press(toCheck),
      press(toSend),
    ),
  },
  {
    name: 'form-sent-elsewhere',
    open: inTurn(fileUntil('send', grievance), back, loseCookies, press(toSend)),
  },
  {
    name: 'receipt-wrong',
    open: inTurn(fileUntil('send', grievance), sentBack('form:has([name="last"]) .button', { last: 'ABCD' })),
  },
  {
    name: 'receipt-kept',
    open: inTurn(fileUntil('send', grievance), enterEnd, press('form:has([name="last"]) .button')),
  },
  {
    name: 'receipt-news-wrong',
    open: inTurn(fileUntil('send', grievance), sentBack(tellUnderReceipt, { newsMail: 'hua' })),
  },
  { name: 'receipt-gone', open: urls.receipt },

  { name: 'follow-entry-empty', open: refused(urls.follow, 'main form .button') },
  { name: 'follow-entry-wrong', open: refused(urls.follow, 'main form .button', { receipt: 'QH7C 1O' }) },
  {
    name: 'follow-entry-nothing',
    open: refused(urls.follow, 'main form .button', { receipt: 'QQQQ QQQQ QQQQ QQQQ' }),
  },
  { name: 'follow-left', open: urls.follow + query({ done: 'left' }) },
  ...(
    [
      ['message-empty', 'wages-department-store', message, {}],
      ['message-too-long', 'wages-department-store', message, { message: '催'.repeat(4100) }],
      ['rating-missing', 'wages-department-store', 'button[formaction$="/rating"]', {}],
      ['appeal-empty', 'wages-department-store', 'button[formaction$="/acts/appeal"]', {}],
      ['news-wrong', 'wages-cold-chain', tellMe, { newsMail: 'hua' }],
      ['correction-empty', 'wages-cold-chain', 'button[formaction$="/acts/correction"]', {}],
      ['information-empty', 'hardship-student', 'button[formaction$="/acts/information"]', {}],
    ] as const
  ).map(([name, receiptOf, button, fields]) => ({
    name: `follow-${name}`,
    receiptOf,
    open: refused(urls.follow, button, fields),
  })),
  {
    name: 'follow-file-refused',
    receiptOf: 'wages-cold-chain',
    open: inTurn(goTo(urls.follow), choose('input[type="file"]', 'a.pdf', '%PDF-1.7'), sentBack(message)),
  },
  { name: 'follow-done', receiptOf: 'wages-cold-chain', open: urls.follow + query({ done: 'message' }) },
  {
    name: 'follow-contact',
    receiptOf: 'wages-cold-chain',
    open: inTurn(goTo(urls.followContact), shows(phone)),
  },
  {
    name: 'follow-contact-wrong',
    receiptOf: 'wages-cold-chain',
    open: inTurn(goTo(urls.followContact), typeNoNumber, sentBack('main form .button')),
  },
  {
    name: 'follow-sealed-wrong',
    receiptOf: 'safety-ammonia',
    open: refused(urls.followSeal, 'button[name="step"][value="open"]', { receipt: 'QQQQ QQQQ QQQQ QQQQ' }),
  },
  {
    name: 'follow-new-receipt-wrong',
    receiptOf: 'wages-department-store',
    open: refused(urls.followReceipt, 'form:has([name="last"]) .button', { last: 'ABCD' }),
  },
  {
    name: 'follow-expired',
    receiptOf: 'wages-cold-chain',
    open: inTurn(
      goTo(urls.follow),
      fillIn({ message: '有消息吗？' }),
      loseCookies,
      press(message),
      shows(typedText),
    ),
  },
  {
    name: 'follow-other-case',
    receiptOf: 'wages-cold-chain',
    open: inTurn(
      goTo(urls.follow),
      fillIn({ message: '有消息吗？' }),
      change('[name="case"]', 'another'),
      press(message),
      shows(typedText),
    ),
  },
  {
    name: 'follow-overtaken',
    receiptOf: 'wages-cold-chain',
    open: inTurn(
      goTo(urls.follow),
      fillIn({ withdrawal: '不想等了' }),
      change('[name="turn"]', '0'),
      press('button[formaction$="/acts/withdrawal"]'),
      shows('.notice.warning'),
    ),
  },
  {
    name: 'follow-opening-other',
    receiptOf: 'wages-spinning',
    byLink: true,
    open: inTurn(goTo(urls.followOpening), change('[name="of"]', 'another'), press('main form button')),
  },
]
