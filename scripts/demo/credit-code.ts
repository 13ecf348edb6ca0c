const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** No province has this number, so that no code of the demo belongs to anybody. */
const nowhere = '990726'

/** A made-up 统一社会信用代码 of an enterprise, with both check digits right (GB 32100-2015, GB 11714-1997). */
export function creditCode(serial: number): string {
  const body = `MAD${String(serial).padStart(5, '0')}`
  const first = `91${nowhere}${body}${bodyCheck(body)}`
  return first + check(first)
}

function check(seventeen: string): string {
  const sum = weights.reduce(
    (total, weight, at) => total + weight * alphabet.indexOf(seventeen.charAt(at)),
    0,
  )
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Letters count 10 to 35 here, all of them, unlike in the eighteenth place. */
function bodyCheck(body: string): string {
  const sum = bodyWeights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36),
    0,
  )
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}
