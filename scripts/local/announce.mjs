import { readFileSync } from 'node:fs'
import { renderUnicodeCompact } from 'uqr'
import { urls } from '../../src/urls.ts'
import { root } from '../root.mjs'
import { hereAt, lanAddress, servedAt } from './address.mjs'

/** What to open, once the service answers. */
export function announce({ ip, port, site, seeded }) {
  const here = hereAt(ip, port)
  const form = site && `${servedAt(ip, port)}${urls.site(site)}`
  const lines = [
    '',
    `Huying 呼应 is running${seeded ? ', with a fresh demo federation' : ''}. Ctrl-C stops it; the data stays.`,
    '',
    `  Home page        ${here}${urls.home}`,
    `  Desk (cadres)    ${here}${urls.desk}`,
    form ? `  A site's form    ${form}` : '  (No site yet, so there is no code to scan.)',
    '',
    ...(form ? [qrCode(form), ''] : []),
    ...(form && !lanAddress(ip)
      ? ['  To scan it with a phone in the same network: npm start -- --ip 0.0.0.0', '']
      : []),
    '  The clock does not tick by itself here. To let it strike:',
    ...crons().map(
      (cron) => `    curl '${here}/cdn-cgi/handler/scheduled?cron=${cron.replaceAll(' ', '+')}'`,
    ),
    '',
    '  Mails land in    .wrangler/tmp/email (until it stops)',
    `  and are listed   ${here}/cdn-cgi/local/explorer/api/local/email/sending`,
    '',
  ]
  console.log(lines.join('\n'))
}

function crons() {
  const toml = readFileSync(new URL('wrangler.toml', root), 'utf8')
  const list = /^crons\s*=\s*\[([^\]]*)\]/m.exec(toml)?.[1] ?? ''
  return [...list.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron)
}

/** White on black whatever the terminal's own colours are: a code in reverse is one that many cameras miss. */
function qrCode(text) {
  const code = renderUnicodeCompact(text, { border: 2 })
  const line = process.stdout.isTTY ? '    \x1b[97;40m$&\x1b[0m' : '    $&'
  return code.replace(/^.+$/gm, line)
}
