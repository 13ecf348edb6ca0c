import { factory } from '../env.ts'
import { urls } from '../urls.ts'
import { account } from './account-routes.tsx'
import { codePages } from './code-routes.tsx'
import { demo } from './demo.tsx'
import { email } from './email-routes.tsx'
import { enrolment } from './second-factor/enrolment-routes.tsx'
import { secondStep } from './second-factor/step-routes.tsx'
import { endSession } from './session.ts'

/** How a cadre comes in: his mail, a code, a second step; and what is his once he is in. */
export const signin = factory.createApp()

signin.route('/', email)
signin.route('/', codePages)
signin.route('/', secondStep)
signin.route('/', enrolment)
signin.route('/', account)
signin.route('/', demo)

signin.post(urls.signInExit, async (c) => {
  await endSession(c)
  // Whatever this browser keeps for anybody, as what a worker wrote here and could not send.
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(urls.signIn, 303)
})
