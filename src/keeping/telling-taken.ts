import { factory } from '../env.ts'
import { takenHere, takenName } from '../ui/taken.ts'

/** Only what a phone is told was taken does it let go: where a form leads on to another page, that page tells it. */
export const tellTaken = factory.createMiddleware(async (c, next) => {
  await next()
  const name = c.req.method === 'POST' && takenHere(c)
  const to = c.res.headers.get('Location')
  if (name && to) c.header('Location', `${to}${to.includes('?') ? '&' : '?'}${takenName}=${name}`)
})
