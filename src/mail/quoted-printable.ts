/** Any text as ASCII lines of at most 76 characters (RFC 2045, 6.7), each ended as mail ends lines. */
export function quotedPrintable(text: string): string {
  return text.split(/\r?\n/).map(quotedLine).join('\r\n')
}

function quotedLine(line: string): string {
  const bytes = new TextEncoder().encode(line)
  let written = ''
  let length = 0
  for (const [at, byte] of bytes.entries()) {
    // A blank at the end of a line may be lost on the way.
    const plain = isPrintable(byte) || (isBlank(byte) && at < bytes.length - 1)
    const piece = plain ? String.fromCharCode(byte) : `=${hex(byte)}`
    if (length + piece.length > 75) {
      written += '=\r\n'
      length = 0
    }
    written += piece
    length += piece.length
  }
  return written
}

/** All of ASCII that shows, but for the equals sign, which begins an escape. */
const isPrintable = (byte: number) => byte > 32 && byte < 127 && byte !== 61

const isBlank = (byte: number) => byte === 32 || byte === 9

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
