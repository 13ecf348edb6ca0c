/** Marks that no reader sees: which way text runs, joints of zero width, tags; they make a name look like another. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

/**
 * A name as it can stand anywhere: in the head of a mail, on a poster, in a list. One line, no control
 * characters, and nothing that would turn or hide what stands beside it.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}

/** What somebody wrote, with its lines and tabs, without any other control character. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .trim()
}
