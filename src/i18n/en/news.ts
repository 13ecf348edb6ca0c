import type { Messages } from '../catalog.ts'

export const news: Messages['news'] = {
  title: 'Tell me when there is news',
  about:
    'You need not. When the union has answered, written or moved on, we tell you to come and look: once a day at most, and never at night.',
  label: 'E-mail address',
  hint: 'Check the spelling: a wrong address tells somebody else. We send no mail to confirm it.',
  says: (sender, subject) =>
    `The mail is from “${sender}”, and its subject is “${subject}”. It names neither the union nor your matter, and holds no link and no number, so keep your receipt code.`,
  from: (address) => `Whoever sees your mailbox sees that the mail came from ${address}.`,
  kept: 'The address is stored encrypted and used for nothing else. You can have it deleted at any time; it is deleted by itself once the matter has ended and can no longer be reopened or reviewed.',
  button: 'Tell me',
  change: 'Use another address',
  toMail: (address) => `When there is news, a mail goes to ${address}.`,
  toPush: 'When there is news, the browser that you registered shows it.',
  mailFails: 'The last mail did not arrive. Check the address and enter it again, or have it deleted.',
  pushFails: 'The last notification was not shown. Turn it on again on this phone, or have it deleted.',
  forget: 'Stop telling me',
  forgetAbout: 'Address and browser are deleted as soon as you press.',
  done: 'We will tell you when there is news.',
  forgotten: 'Deleted. You will not be told any more.',
  notAnAddress: 'Enter a whole address, such as name@example.com',
  tooOften: 'You changed it many times today. Please change it tomorrow.',
  conflict: 'It was not saved just now. Please press again.',
  push: {
    about: (subject) =>
      `This phone can show it as well. The notification says “${subject}”, but the phone adds the address of this site. Turn it on only on a phone of your own. It ends when you clear the browser’s data or press “Leave at once”.`,
    button: 'Tell me on this phone',
    refused: 'Not turned on: the browser did not allow it, or its push service cannot be reached.',
    unknown: 'Not turned on: we do not know the push service of this browser. Please leave an address.',
  },
  mail: {
    text: 'There is something new for you to read. Open it the way you did before.',
    stop: 'To get no more of these, press “Stop telling me” on the page where you left your address.',
  },
}
