import { urls } from '../../src/urls.ts'
import { authenticator } from '../support/authenticator.ts'
import type { Scene } from './scenes.ts'
import { fillIn, goTo, inTurn, press, type Step, sentBack, shows } from './ways.ts'

const submit = 'main form .button'

/** On the page of the code to scan: types what an app would show. */
const confirm: Step = async (page) => {
  const address = await page.locator('a[href^="otpauth:"]').getAttribute('href')
  const code = authenticator(address ?? '', () => new Date())
  await fillIn({ code: await code() })(page)
  await press(submit)(page)
}

const enrol = inTurn(goTo(urls.accountSecondFactor), press('main button'), confirm)

/** Each with a person of its own, who begins anew. */
export const secondFactors: Scene[] = [
  {
    name: 'second-factor-wrong',
    as: 'tang.jing',
    unenrolled: true,
    open: inTurn(goTo(urls.accountSecondFactor), press('main button'), sentBack(submit, { code: '000 000' })),
  },
  { name: 'second-factor-codes', as: 'shen.yujie', unenrolled: true, open: inTurn(enrol, shows('.codes')) },
  {
    name: 'second-factor-in-use',
    as: 'ren.jie',
    unenrolled: true,
    open: inTurn(enrol, goTo(urls.accountSecondFactor)),
  },
  {
    name: 'second-factor-step-wrong',
    as: 'lin.qiushi',
    unenrolled: true,
    open: inTurn(enrol, goTo(urls.signInSecondFactor), sentBack(submit, { code: 'ABCDE' })),
  },
]
