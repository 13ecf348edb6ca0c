import type { Connection, Platform, Server } from '../platform/types.ts'
import type { Sent } from './send.ts'

export interface SmtpServer extends Server {
  /** What this service is called on the network: a whole host name, for many servers refuse less (RFC 5321, 4.1.1.1). */
  helo: string
  /** Empty where the server asks nobody who he is. */
  user: string
  password: string
}

const patience = 30_000

/**
 * Hands one mail to a server (RFC 5321), always encrypted: a server that offers no STARTTLS gets neither
 * password nor mail. Never throws; what went wrong is in the answer.
 */
export async function deliver(
  connect: Platform['connect'],
  server: SmtpServer,
  mail: { from: string; to: string; data: string },
): Promise<Sent> {
  let connection = connect(server)
  const timer = setTimeout(() => connection.close(), patience)
  let handedOver = false
  try {
    let line = talkOver(connection)
    await line.expect('220')
    let offers = await line.say(`EHLO ${server.helo}`, '250')
    if (server.security === 'starttls') {
      if (!/\bSTARTTLS\b/i.test(offers)) throw new Error('the server offers no encryption')
      await line.say('STARTTLS', '220')
      connection = connection.startTls()
      line = talkOver(connection)
      offers = await line.say(`EHLO ${server.helo}`, '250')
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
    connection.close()
  }
}

class Refused extends Error {}

type Line = ReturnType<typeof talkOver>

function talkOver(connection: Connection) {
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
      const bytes = await connection.read()
      if (!bytes) throw new Error('the server hung up')
      heard += decoder.decode(bytes, { stream: true })
    }
  }

  return {
    expect,
    async say(text: string, code: string): Promise<string> {
      await connection.write(new TextEncoder().encode(`${text}\r\n`))
      return expect(code)
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
