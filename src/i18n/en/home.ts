import type { Messages } from '../catalog.ts'

export const home: Messages['home'] = {
  title: 'In trouble at work? Ask the union',
  lead: (federation: string) => [
    `Here the ${federation} listens to you and acts for you.`,
    'Scan the code on the wall or choose a form below; it takes a few minutes, and you need not give your name.',
    'You get a receipt code, and with it you follow your case and talk with the union until there is a result.',
  ],
  forms: 'Choose a form',
  code: 'Code on the wall',
  codeHint: '5 letters and digits under the QR code',
  open: 'Open',
  codeWrong: 'Please type 5 letters and digits, for example 2C4F7',
  receipt: 'My receipt code',
  receiptHint: '16 letters and digits you got when you sent the form',
  follow: 'Follow my case',
  board: 'How we are doing: public figures',
  demo: 'Demo sites',
  demoText: 'This is a demonstration: everything is made up. Please enter nothing real.',
  demoDesk: 'Sign in as a demo cadre',
}
