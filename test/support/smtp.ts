import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** Starts a mail server on a free port of this machine that keeps what it is handed. */
export async function startMailServer(options: SMTPServerOptions) {
  const mails: { to: string[]; user: string | undefined; encrypted: boolean; raw: string }[] = []
  const logins: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    onAuth({ username, password }, _session, done) {
      logins.push(`${username} ${password}`)
      done(null, { user: username })
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address)
        mails.push({
          to,
          user: session.user,
          encrypted: session.secure,
          raw: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
    ...options,
  })
  // A client that refuses the certificate is an error to the server, and what a test is about.
  server.on('error', () => undefined)
  const sockets: Socket[] = []
  server.server.on('connection', (socket: Socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    mails,
    logins,
    /** Ends every connection without an answer. */
    hangUp() {
      for (const socket of sockets) socket.destroy()
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The text that quoted-printable bytes stand for. */
export function readable(raw: string): string {
  const bytes = raw
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
