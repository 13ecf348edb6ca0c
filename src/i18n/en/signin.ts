import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const signin: Messages['signin'] = {
  title: 'Sign in as union staff',
  wordsWait: 'What you wrote is kept. Sign in and go on with it.',
  startAgain:
    'Please ask for a new code. The last one has run out, or this browser keeps no cookies. Signing in needs them: allow cookies for this site, or use another browser.',
  lead: 'Workers do not sign in. Union staff sign in with a code sent by mail; an administrator invites them.',
  email: 'E-mail',
  emailHint: 'The address your administrator invited.',
  emailInvalid: 'Give the whole address, like name@example.org',
  sendCode: 'Send me a code',

  code: {
    title: 'Enter the code',
    sent: (email) => `If ${email} has an account, a code is on its way there.`,
    wait: 'It takes a minute at most. Nothing there? Look among the spam, or ask your administrator whether the address has an account.',
    label: 'Code of eight digits',
    signIn: 'Sign in',
    again: 'Send it again',
    sentAgain: 'Sent once more. Within ten minutes it is the same code each time.',
    otherAddress: 'Use another address',
    wrong:
      'This code is wrong or no longer valid. A code works for 10 minutes and three tries. Check it, or send it again.',
  },
  codeMail: {
    subject: (code) => `${code} is your sign-in code`,
    lead: 'You are signing in to Huying. Your code:',
    again: 'It is the same code as in the mail before.',
    limits: (minutes) =>
      `It works once, within ${counted(minutes, 'minute', 'minutes')}. Tell it to nobody; the union never asks for it.`,
    notYou: 'If this was not you, ignore this mail.',
  },

  secondFactor: {
    title: 'Second step',
    lead: 'Open the authenticator on your phone and enter the six digits it shows for Huying.',
    label: 'Six digits, or a backup code',
    check: 'Confirm',
    wrong: 'This code is wrong or was used already. Wait for the next one and try again.',
    locked:
      'Too many wrong codes. Try again in fifteen minutes, or ask an administrator to reset your second step.',
    lost: 'Phone not with you? Use a backup code from paper. None left? An administrator can reset this.',

    setUpTitle: 'Set up the second step',
    why: 'Accounts that sign replies or run the service need a second step beside the code by mail, so that a stolen mailbox is not enough to sign in your name.',
    optional: 'You can add a second step to your account.',
    need: 'You need an authenticator app on your phone, such as FreeOTP or Microsoft Authenticator, or the phone’s own password manager.',
    start: 'Begin',
    scan: '1. Scan this code with the authenticator',
    scanAlt: 'QR code for the authenticator; it holds the same key as the text below',
    sameDevice: 'On the phone itself? Add it with this link, or type the key:',
    addHere: 'Add to the authenticator here',
    confirm: '2. Enter the six digits it shows',
    confirmLabel: 'Six digits',
    codesTitle: 'Keep your backup codes',
    codesLead:
      'If you lose the phone, each of these works once in place of the six digits. They are shown this one time. Write them down or print them, and do not keep them on the same phone.',
    codesKept: 'I have kept them',
    on: 'The second step is on.',
    since: 'On since',
    codesLeft: 'Backup codes left',
    newCodes: 'Make new backup codes',
    replace: 'New phone: set up again',
  },

  account: {
    title: 'My account',
    name: 'Name',
    email: 'E-mail',
    roles: 'Roles',
    at: ', ',
    toDesk: 'Desk',
    toOffice: 'Office',
    exit: 'Sign out',
    language: 'Language of pages and mails',
    named: (category) => `Named for “${category}”`,
    mailTitle: 'Mail',
    digest: 'Send me the weekly digest on Mondays',
    digestHint: 'Nothing is sent in a week with no news. Urgent and overdue notices come in any case.',
    saved: 'Saved.',
    factorTitle: 'Second step',
    factorOn: 'On',
    factorOff: 'Off',
    factorLink: 'Settings',
    sessionsTitle: 'Where you are signed in',
    sessionsLead: 'No device and no network address is kept here, only the time.',
    sessionHere: 'This one',
    sessionSince: 'Since',
    sessionUntil: 'Until',
    endOne: 'End',
    endOthers: 'End all others',
  },

  mailChoice: {
    title: 'Weekly digest',
    off: (name) => `${name}, stop the weekly digest?`,
    on: (name) => `${name}, you do not get the weekly digest at present.`,
    urgent: 'Urgent and overdue notices come as before.',
    stop: 'Stop it',
    resume: 'Send it again',
    stopped: 'Done. You will get no more weekly digests.',
    resumed: 'Done. The weekly digest comes as before.',
    gone: 'This link does not work any more. Sign in and change it in your account.',
  },

  demo: {
    title: 'Demo accounts',
    lead: 'This is a demo. One press signs you in as that person.',
    as: (name) => `Sign in as ${name}`,
  },
}
