import type { Messages } from '../catalog.ts'

export const home: Messages['home'] = {
  title: 'In trouble at work? Ask the union',
  lead: (federation: string) => [
    `Here the ${federation} listens to you and acts for you.`,
    'It takes a few minutes, and you need not give your name.',
  ],
  others: 'Here you can also',
  look: 'Follow your case',
  receipt: 'My receipt code',
  receiptHint: '16 letters and digits you got when you sent the form',
  follow: 'Open',
  byCode: 'Cannot scan the code on the wall? Type it here',
  code: 'Code on the wall',
  codeHint: '5 letters and digits under the QR code',
  open: 'Open',
  codeWrong: 'Please type 5 letters and digits, for example 2C4F7',
  board: 'How we are doing: public figures',
  demo: 'Demo sites',
  demoText: 'This is a demonstration: everything is made up. Please enter nothing real.',
  demoDesk: 'Sign in as a demo cadre',
}
