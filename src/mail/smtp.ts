import { connect } from 'cloudflare:sockets'
import type { Sent } from './send.ts'

export interface SmtpServer {
  host: string
  port: number
  /** Encrypted from the first byte, or after STARTTLS, which must then be offered. */
  security: 'tls' | 'starttls'
  /** Empty where the server asks nobody who he is. */
  user: string
  password: string
}

const patience = 30_000

/**
 * Hands one mail to a server (RFC 5321), always encrypted: a server that offers no STARTTLS gets neither
 * password nor mail. worker-mailer goes on in the clear there, and spins for ever when the other side
 * hangs up, so only its composing is used.
 */
export async function deliver(
  server: SmtpServer,
  mail: { from: string; to: string; data: string },
): Promise<Sent> {
  let socket = connect(
    { hostname: server.host, port: server.port },
    { secureTransport: server.security === 'tls' ? 'on' : 'starttls', allowHalfOpen: false },
  )
  const timer = setTimeout(() => hangUp(socket), patience)
  let handedOver = false
  try {
    let line = talkOver(socket)
    await line.expect('220')
    let offers = await line.say('EHLO huying', '250')
    if (server.security === 'starttls') {
      if (!/\bSTARTTLS\b/i.test(offers)) throw new Error('the server offers no encryption')
      await line.say('STARTTLS', '220')
      line.release()
      socket = socket.startTls()
      line = talkOver(socket)
      offers = await line.say('EHLO huying', '250')
    }
    if (server.user) await logIn(line, offers, server)
    await line.say(`MAIL FROM:<${mail.from}>`, '250')
    await line.say(`RCPT TO:<${mail.to}>`, '25')
    await line.say('DATA', '354')
    handedOver = true
    await line.say(mail.data.replace(/\r\n$/, ''), '250')
    await line.say('QUIT', '221').catch(() => undefined)
    return { ok: true }
  } catch (error) {
    // An answer with a number is a refusal; silence after the last dot may be either.
    const maybeSent = handedOver && !(error instanceof Refused)
    return { ok: false, error: String(error).slice(0, 500), maybeSent }
  } finally {
    clearTimeout(timer)
    hangUp(socket)
  }
}

class Refused extends Error {}

type Line = ReturnType<typeof talkOver>

function talkOver(socket: Socket) {
  const reader: ReadableStreamDefaultReader<Uint8Array> = socket.readable.getReader()
  const writer = socket.writable.getWriter()
  const decoder = new TextDecoder()
  let heard = ''

  /** The next whole answer, whose last line has a space after its number. */
  async function expect(code: string): Promise<string> {
    for (;;) {
      const answer = /^(?:\d{3}-.*\r?\n)*\d{3}(?: .*)?\r?\n/.exec(heard)?.[0]
      if (answer) {
        heard = heard.slice(answer.length)
        if (!answer.startsWith(code)) throw new Refused(answer.trim())
        return answer
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the server hung up')
      heard += decoder.decode(value, { stream: true })
    }
  }

  return {
    expect,
    async say(text: string, code: string): Promise<string> {
      await writer.write(new TextEncoder().encode(`${text}\r\n`))
      return expect(code)
    },
    release() {
      reader.releaseLock()
      writer.releaseLock()
    },
  }
}

async function logIn(line: Line, offers: string, { user, password }: SmtpServer) {
  const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  if (/\bAUTH\b.*\bPLAIN\b/i.test(offers)) {
    await line.say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, '235')
    return
  }
  await line.say('AUTH LOGIN', '334')
  await line.say(base64(user), '334')
  await line.say(base64(password), '235')
}

function hangUp(socket: Socket) {
  socket.close().catch(() => undefined)
}
