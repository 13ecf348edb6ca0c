/** A mailbox as its owner knows it again and nobody else does: its first letter and its host. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}…${address.slice(at)}`
}
