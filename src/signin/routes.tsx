import { factory } from '../env.ts'
import { Page } from '../ui/page.tsx'
import { urls } from '../urls.ts'
import { DemoCadres, demo, demoCadres } from './demo.tsx'
import { endSession } from './session.ts'

export const signin = factory.createApp()

signin.get(urls.signIn, async (c) => {
  const { view, db } = c.var
  const t = view.m.signin
  const next = c.req.query('next') ?? ''
  const cadres = c.env.DEMO === '1' ? await demoCadres(db) : []
  return c.html(
    <Page view={view} title={t.title}>
      <h1>{t.title}</h1>
      {cadres.length > 0 && <DemoCadres view={view} cadres={cadres} next={next} />}
    </Page>,
  )
})

signin.post(urls.signInExit, async (c) => {
  await endSession(c)
  return c.redirect(urls.signIn, 303)
})

signin.route('/', demo)
