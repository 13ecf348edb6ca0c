import type { Messages } from '../catalog.ts'

export const news: Messages['news'] = {
  title: 'Tell me when there is news',
  about:
    'You need not. When the union has answered, written or moved on, a mail tells you to come and look: one a day at most, never at night.',
  label: 'E-mail address',
  hint: 'Check the spelling: a wrong address tells somebody else. We send no mail to confirm it.',
  says: (sender, subject, address) =>
    `It says only “${sender}” and “${subject}”: no union, no word of your case, no link, no number, so keep your receipt code. Whoever sees your mailbox sees that it came from ${address}.`,
  kept: 'The address is stored encrypted and used for nothing else. “Stop telling me” on your case page deletes it at once; else it goes by itself when the case has ended and can no longer be reopened or reviewed.',
  button: 'Tell me',
  change: 'Use another address',
  toMail: (address) => `When there is news, a mail goes to ${address}.`,
  toPush: 'When there is news, the browser that you registered shows it.',
  mailFails:
    'The last mail did not arrive. Check the address and enter it again, or press “Stop telling me”.',
  pushFails: 'The last notification was not shown. Turn it on again below, or press “Stop telling me”.',
  forget: 'Stop telling me',
  forgetAbout: 'Your address and the registration of your browser are deleted as soon as you press.',
  done: 'We will tell you when there is news.',
  forgotten: 'Deleted. You will not be told any more.',
  notAnAddress: 'Enter a whole address, such as name@example.com',
  tooOften: 'You changed it many times today. Please change it tomorrow.',
  conflict: 'It was not saved just now. Please press again.',
  push: {
    about: (subject) =>
      `Your phone can show it as well. It says only “${subject}”, but the phone adds the address of this site, so use a phone of your own. “Leave” keeps it on; “Leave at once”, or clearing the browser’s data, ends it.`,
    button: 'Tell me on this phone',
    refused: 'Not turned on: the browser did not allow it, or its push service cannot be reached.',
    unknown: 'Not turned on: we do not know the push service of this browser. Please leave an address.',
  },
  mail: {
    text: 'There is something new for you to read. Open it the way you did before.',
    stop: 'To get no more of these, press “Stop telling me” on the page where you left your address.',
  },
}
