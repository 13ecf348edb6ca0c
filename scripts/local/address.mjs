import { networkInterfaces } from 'node:os'

const everywhere = ['0.0.0.0', '::', '*']
const onlyHere = ['127.0.0.1', '::1', 'localhost']

/** The origin to open on this machine. */
export function hereAt(ip, port) {
  const anyName = everywhere.includes(ip) || onlyHere.includes(ip)
  return `http://${anyName ? 'localhost' : ip}:${port}`
}

/** The origin to give to others: where a phone in the same network reaches it, if one can. */
export function servedAt(ip, port) {
  const lan = lanAddress(ip)
  return lan ? `http://${lan}:${port}` : hereAt(ip, port)
}

/** The address of this machine in its network; undefined where the service is for this machine alone. */
export function lanAddress(ip) {
  if (onlyHere.includes(ip)) return undefined
  if (!everywhere.includes(ip)) return ip
  const all = Object.values(networkInterfaces()).flat()
  return all.find((one) => one.family === 'IPv4' && !one.internal)?.address
}
