/**
 * A mainland mobile number, or a landline with its area code and perhaps an extension, as it is dialled
 * here; null where a text is neither. What people type on a Chinese keyboard is often full width.
 */
export function phoneNumber(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-—–()]/g, '')
    .replace(/^(\+|00)86/, '')
  return /^(1[3-9]\d{9}|0\d{2,3}[2-9]\d{6,7}(\D?\d{1,6})?)$/.test(digits) ? digits : null
}
