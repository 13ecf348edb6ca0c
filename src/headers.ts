import { secureHeaders } from 'hono/secure-headers'
import pageScript from '#page-script'
import styles from '#styles'
import { factory } from './env.ts'

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

const self = ["'self'"]
const nothing = ["'none'"]

/** What no page of ours ever asks a phone for. */
const permissionsPolicy = {
  browsingTopics: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  microphone: [],
  payment: [],
  usb: [],
}

const headersWith = (styleSrc: string[], scriptSrc: string[]) =>
  headersFor({
    defaultSrc: nothing,
    styleSrc,
    scriptSrc,
    imgSrc: ["'self'", 'data:'],
    connectSrc: self,
    formAction: self,
    baseUri: nothing,
    frameAncestors: nothing,
  })

const headersFor = (contentSecurityPolicy: Policy) =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy,
    // Stricter, and a browser would post with `Origin: null`, which nobody can tell from a stranger's.
    referrerPolicy: 'same-origin',
  })

const usual = headersWith(self, self)
/** For a page that brings its styles along, and its script: these by their hash, and no others. */
const withStyles = headersWith([`'${styles.hash}'`], [`'${pageScript.hash}'`])

/** For a file that somebody sent: whatever a browser takes it for, nothing of it runs, and it asks for nothing. */
const ofFile = headersFor({ defaultSrc: nothing, frameAncestors: nothing, sandbox: [] })

/** What browsers are told with every answer; `public/_headers` says the same of files, and a test holds both. */
export const strictHeaders = factory.createMiddleware(async (c, next) => {
  await next()
  const headers = c.var.isFile ? ofFile : c.var.view?.bringsStyles ? withStyles : usual
  await headers(c, async () => {})
})

/** Pages may name a person or a case, so that no browser keeps one which does not say that it may be kept. */
export const keptByNobody = factory.createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
})
