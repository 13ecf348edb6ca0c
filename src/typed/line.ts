/** Marks that no reader sees: which way text runs, joints of zero width, tags; they make a name look like another. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
/** What joiners join: emoji, and the letters of scripts that are written connected; no Chinese, no Latin ones. */
const joined = String.raw`(?:[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|(?![\p{sc=Han}\p{sc=Latin}])\p{L})`
/** Joiners that join nothing are as unseen as the marks above. */
const loose = new RegExp(String.raw`[\u200c\u200d](?:(?<!${joined}.)|(?!${joined}))`, 'gu')
/** Letters without a shape, which are typed where a field must not be empty. */
const blank = String.raw`\s\u0085\u115f\u1160\u2800\u3164\uffa0`
const gaps = new RegExp(`[${blank}]+`, 'gu')
const nothing = new RegExp(String.raw`^[${blank}\p{Default_Ignorable_Code_Point}]*$`, 'u')

/**
 * A name as it can stand anywhere: in the head of a mail, on a poster, in a list. One line, no control
 * characters, and nothing that would turn or hide what stands beside it.
 */
export function oneLine(text: string): string {
  return orNothing(
    seen(text)
      .replace(gaps, ' ')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  )
}

/** What somebody wrote, with its lines and tabs, without any other control character; empty where nothing is to be seen. */
export function plainText(text: string): string {
  return orNothing(
    seen(text)
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, '')
      .trim(),
  )
}

/** The same without what cannot be seen of it. */
export function seen(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(unseen, '').replace(loose, '')
}

const orNothing = (text: string) => (nothing.test(text) ? '' : text)
