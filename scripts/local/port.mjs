import { createServer } from 'node:net'

/** Whether somebody else already listens there. */
export function isTaken(port, ip) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)))
    probe.listen({ port, host: ip, exclusive: true }, () => probe.close(() => resolve(false)))
  })
}
