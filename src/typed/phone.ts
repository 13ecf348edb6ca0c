import { halfWidth } from './half-width.ts'

const mobile = /^1[3-9]\d{9}$/
const service = /^[48]00\d{7}$/
/** Beijing and the twenties have eight digits after the area, all others seven or eight. */
const landline = /^0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d\d[2-9]\d{6,7})$/
const whole = [mobile, service, landline]
/** An emergency number, a hotline or an extension of its own; a hotline also behind its area. */
const short = [/^[1-9]\d{2,5}$/, /^0(?:10|2\d|[3-9]\d\d)(?:1\d{4}|9[56]\d{3,4})$/]

const label =
  /^(?:联系|单位|公司|办公|服务|客服)?(?:电话|手机|固话|座机|总机|热线|tel|phone|mobile)(?:号码?)?[ :.]*/i
const extension = /^(.*\d)[ \-,;()]*(?:(?:转接?|轉|分机号?|内线|extension|ext|x|#)[ .:]*)+(\d{1,6})[ )]*$/i
/** An extension after a mere hyphen or gap, where the number before it is whole. */
const bareExtension = /^(.*\d)[ \-,]+(\d{1,6})$/
/** As it was taken before it was known where an extension begins. */
const runOn = /^0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d\d[2-9]\d{7})\d{1,6}$/

/**
 * A mainland mobile number, a landline with its area code, or a 400 or 800 number, perhaps with an extension, as it
 * is dialled here: digits, and `转` before an extension. Null where a text is none of them. Of an office it may be a
 * short one, such as 12351.
 */
export function phoneNumber(text: string, { mayBeShort = false } = {}): string | null {
  const kinds = mayBeShort ? [...whole, ...short] : whole
  const typed = halfWidth(text).replace(label, '')
  const [, before = typed, digits] = extension.exec(typed) ?? []
  if (digits) return withExtension(before, digits, kinds)
  const [, first = '', last = ''] = bareExtension.exec(typed) ?? []
  // Behind a short number it may be another one.
  const apart = first && withExtension(first, last, whole)
  return apart || nationalNumber(typed, kinds) || (runOn.test(typed) ? typed : null)
}

function withExtension(text: string, digits: string, kinds: RegExp[]): string | null {
  const number = nationalNumber(text, kinds)
  return number && !mobile.test(number) ? `${number}转${digits}` : null
}

/** The number without the country, from wherever it would be dialled. */
function nationalNumber(text: string, kinds: RegExp[]): string | null {
  const digits = text.replace(/[ \-.()·•]/g, '')
  const [, abroad, rest = ''] = /^(\+|00)?86(.+)$/.exec(digits) ?? []
  const readings = [digits, digits.replace(/^0(?=1[3-9])/, ''), rest, ...(abroad || rest ? [`0${rest}`] : [])]
  return readings.find((reading) => kinds.some((kind) => kind.test(reading))) ?? null
}
