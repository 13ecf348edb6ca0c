/**
 * Who counts as one client: an IPv4 address, or the /64 of an IPv6 one, which is what a single subscriber
 * has: of all its addresses he could take a new one for each try.
 */
export function networkOf(address: string): string {
  const plain = address.trim().toLowerCase()
  const mapped = /^(?:0*:)+(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped || !plain.includes(':')) return mapped ?? plain
  const [head = [], tail = []] = plain.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = plain.includes('::') ? Math.max(0, 8 - head.length - tail.length) : 0
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail]
  return `${groups.slice(0, 4).map(short).join(':')}::/64`
}

const short = (group: string) => group.replace(/^0+(?=.)/, '')
