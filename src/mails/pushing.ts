import type { Locale } from '../db/vocabulary.ts'
import { newsAddress } from '../orgs/news-texts.ts'
import type { Settings } from '../orgs/settings.ts'
import type { Platform } from '../platform/types.ts'
import { pushSubscription } from '../typed/push-subscription.ts'
import type { Told } from './news-mail.ts'
import { pushKeys } from './push-keys.ts'

/** A day: who finds his phone switched off tomorrow is told again then, if there is still something. */
const ttl = 86_400

/**
 * Shows a worker’s browser that there is news (RFC 8030). What it shows is encrypted for that browser (RFC 8291), and
 * always as long as a message can be; the push service learns that somebody there is told something by this service.
 */
export async function pushNews(
  { files, push }: Pick<Platform, 'files' | 'push'>,
  settings: Settings,
  { to, locale }: { to: string; locale: Locale },
): Promise<Told> {
  const subscription = pushSubscription(to)
  if (!subscription) return 'gone'
  // Imported when needed, so that pages never evaluate it.
  const { buildPushPayload } = await import('@block65/webcrypto-web-push')
  const { subject, sender } = settings.news
  const { headers, body } = await buildPushPayload(
    { data: { title: subject[locale], body: sender[locale] }, options: { ttl } },
    { ...subscription, expirationTime: null },
    { ...(await pushKeys(files)), subject: `mailto:${newsAddress(settings)}` },
  )
  return toldBy(await push({ endpoint: subscription.endpoint, headers, body: new Uint8Array(body) }))
}

function toldBy(status: number): Told {
  if (status >= 200 && status < 300) return 'told'
  return status === 404 || status === 410 ? 'gone' : 'failed'
}
