import * as v from 'valibot'

/** How a browser is reached by its push service (Push API), as the page sends it. */
export interface PushSubscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/**
 * The push services of the browsers that there are. Nobody makes the service call any other address; whoever runs a
 * browser with another one is told by mail.
 */
const services = [
  /^fcm\.googleapis\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^(?:[a-z0-9-]+\.)+push\.apple\.com$/,
  /^(?:[a-z0-9-]+\.)+notify\.windows\.com$/,
]

const bytes = (count: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]+={0,2}$/),
    v.check((it) => Math.floor((it.replaceAll('=', '').length * 3) / 4) === count),
  )

const schema = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(1000), v.check(isOfService)),
  keys: v.object({ p256dh: bytes(65), auth: bytes(16) }),
})

/** What a browser gave to be reached by; null where it is none, or leads to no push service that is known. */
export function pushSubscription(text: string): PushSubscription | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

function isOfService(text: string): boolean {
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return false
  return services.some((service) => service.test(url.hostname))
}
