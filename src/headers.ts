import { secureHeaders } from 'hono/secure-headers'
import pageScript from '#page-script'
import styles from '#styles'
import { type AppEnv, factory } from './env.ts'

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

const self = ["'self'"]
const nothing = ["'none'"]

/** What no page of ours ever asks a phone for, but for those that ask where it is. */
const permissionsPolicy = {
  browsingTopics: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  microphone: [],
  payment: [],
  usb: [],
}

const headersWith = (styleSrc: string[], scriptSrc: string[], geolocation: string[] = []) =>
  headersFor(
    {
      defaultSrc: nothing,
      styleSrc,
      scriptSrc,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      formAction: self,
      baseUri: nothing,
      frameAncestors: nothing,
    },
    geolocation,
  )

const headersFor = (contentSecurityPolicy: Policy, geolocation: string[] = []) =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { ...permissionsPolicy, geolocation },
    // Stricter, and a browser would post with `Origin: null`, which nobody can tell from a stranger's.
    referrerPolicy: 'same-origin',
  })

/** The headers of a page that does not ask where a phone is, and of one that does. */
const both = (styleSrc: string[], scriptSrc: string[]) => ({
  still: headersWith(styleSrc, scriptSrc),
  locating: headersWith(styleSrc, scriptSrc, ['self']),
})

const usual = both(self, self)
/** For a page that brings its styles along, and its script: these by their hash, and what it has no room for as a file. */
const withStyles = both([`'${styles.hash}'`], [`'${pageScript.hash}'`, ...self])

/** For a file that somebody sent: whatever a browser takes it for, nothing of it runs, and it asks for nothing. */
const ofFile = headersFor({ defaultSrc: nothing, frameAncestors: nothing, sandbox: [] })

/** What browsers are told with every answer; `public/_headers` says the same of files, and a test holds both. */
export const strictHeaders = factory.createMiddleware(async (c, next) => {
  await next()
  await headersOf(c.var)(c, async () => {})
})

function headersOf({ isFile, view }: Partial<AppEnv['Variables']>) {
  if (isFile) return ofFile
  const headers = view?.bringsStyles ? withStyles : usual
  return view?.locates ? headers.locating : headers.still
}

/** Pages may name a person or a case, so that no browser keeps one which does not say that it may be kept. */
export const keptByNobody = factory.createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
})
