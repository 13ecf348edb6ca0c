import type { Messages } from '../catalog.ts'
import { counted, ofThem } from '../counted.ts'

export const common: Messages['common'] = {
  product: 'Huying',
  away: 'Leave at once',
  tab: 'Page',
  skip: 'Skip to content',
  otherLanguage: '中文',
  elder: 'Larger text',
  standard: 'Standard text',
  home: 'Home',
  optional: ' (optional)',
  atMost: (most) => `At most ${most} ${ofThem(most, 'character', 'characters')}.`,
  charactersLeft: 'Characters left: #',
  charactersOver: 'Characters too many: #',
  tooLong: (label, most, now) =>
    `“${label}” takes at most ${most} ${ofThem(most, 'character', 'characters')} and has ${now}; please take out ${now - most}`,
  files: {
    label: 'Photo or voice note',
    hint: (megabytes) =>
      `One at a time, ${megabytes} MB at most. Where and when it was made, and with which phone, is taken out; then it is kept encrypted. Mind what can be seen or heard of you in it.`,
    photo: (size) => `Photo (${size})`,
    sound: (size) => `Voice note (${size})`,
    show: 'Look at it',
    fetch: 'Download',
    original: 'Download the original',
    wrong: {
      again: 'The file you chose was not saved; choose it again',
      unknown_kind:
        'This kind of file cannot be taken. Send a photo (JPEG, PNG, WebP, HEIC) or a voice note (M4A, MP3, OGG, AMR); take a photo of a document',
      broken: 'This file is not whole; it may have been cut on its way. Choose it again',
      moving: 'Films and moving pictures cannot be taken. Take a photo, or record the sound alone',
      cannot_be_stripped:
        'Where and when this file was made cannot be taken out of it, so it was not taken. Choose another photo, or send a screenshot of it',
      too_large: (megabytes) =>
        `The file has more than ${megabytes} MB and was not taken. Send a screenshot of a photo, or a recording in parts`,
    },
  },
  yes: 'Yes',
  no: 'No',
  other: 'Something else',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  none: 'Not given',
  removed: 'It was kept for its time and is now deleted.',
  limitation: {
    title: {
      recognition: 'You can have the injury recognised yourself',
      arbitration: 'Arbitration has a time limit',
    },
    until: {
      recognition: (day) =>
        `If your employer does not, you can apply for recognition of the injury yourself within one year: until ${day}.`,
      arbitration: (day) => `You can usually go to labour arbitration within one year: until ${day}.`,
    },
    over: {
      recognition: (day) =>
        `The year in which you could apply for recognition of the injury may have ended on ${day}. Call 12333 now and ask.`,
      arbitration: (day) =>
        `The year for labour arbitration may have ended on ${day}. Call 12348 now and ask.`,
    },
    from: {
      event: 'Counted from the date you gave.',
      filing: 'You gave no date, so this is counted from the day you filed; it ends sooner than that.',
    },
    apart: 'This time runs on while the union is at work; you can apply at the same time.',
  },
  keptFor: (least, most = least) =>
    least === most
      ? `Kept for ${lengthOf(most)} after the case closes; then whatever identifies you is deleted.`
      : `Kept for ${lengthOf(least)} to ${lengthOf(most)} after the case closes, by what it is about; once you have sent it, we tell you which. Then whatever identifies you is deleted.`,
  keptBriefly: (least, most = least) =>
    `Kept for ${least === most ? '' : `${lengthOf(least)} to `}${lengthOf(most)} after the case closes; then whatever identifies you is deleted.`,
  care: {
    danger: 'Somebody in danger? Call first',
    mental: 'Feeling bad? Talk to somebody first',
    harassment: 'You did nothing wrong, and there is help',
  },
  change: 'Change',
  send: 'Send',
  save: 'Save',
  back: 'Back',
  next: 'Next page',
  more: 'More',
  problem: 'Please correct the following',
  legalNote: 'Dates on these pages are for your orientation and are not legal advice.',
  privacyNote: 'This service keeps no IP addresses and uses no third-party statistics.',
  helplines: 'Numbers you can call at any time',
  earlier: 'Earlier',
  newest: 'Back to the newest',
  waitTitle: 'Please wait a little',
  wait: (seconds) =>
    `Too much was tried just now, and this was not taken yet. What you typed is still on this page; press again in ${counted(seconds, 'second', 'seconds')}.`,
  offline: 'The network is gone. What you wrote is still on this page; press again when it is back.',
  lamps: { green: 'On time', amber: 'Due soon', red: 'Overdue' },
  cityAbove: (name) => `Above the county stands the ${name}, where you may go yourself at any time:`,
  provisional: ' (provisional: that year’s holidays are not announced yet)',
  typed: 'What you wrote (not saved; you can copy it)',
  unsent: {
    title: 'What you wrote was not sent',
    text: 'Your browser did not remember it for us. Here is all of it: copy it first, then go back to the page.',
    back: 'Back to the page',
  },
  errors: {
    notFoundTitle: 'There is no such page',
    notFound: 'The address may be mistyped, or the page has moved. Anything you sent before is safe.',
    forbiddenTitle: 'Not open to you',
    forbidden: 'You may not see this or act on it.',
    tooLargeTitle: 'Too large, nothing was saved',
    tooLarge: 'What was sent is over the limit, and none of it was saved. Shorten it and send it again.',
    fileTooLargeTitle: 'The file is too large and was not taken',
    fileTooLarge: (megabytes) =>
      `A file has ${megabytes} MB at most, and nothing was sent. Go back one page, where your words still are, and send a screenshot of the photo, or the recording in parts.`,
    crossSiteTitle: 'Nothing was saved',
    crossSite:
      'This did not come from a page of ours, so for your safety none of it was saved. Please send it from the form.',
    badRequestTitle: 'Nothing was saved',
    badRequest: 'What arrived could not be read, and none of it was saved. Go back and try once more.',
    methodTitle: 'This page does not take that request',
    method: 'Nothing was saved. Please use the buttons on the page.',
    overByNowTitle: 'This page is gone',
    overByNow: 'It is kept for two hours, and not after you leave. What you sent is safe.',
    overtakenTitle: 'Something changed on this case just then',
    overtaken:
      'So this step was probably not saved. Go back and look at the case; if it is not there, send it once more.',
    unreadableTitle: 'What was written here cannot be opened',
    unreadable:
      'It does not fit together: somebody may have changed it, or its key is gone. So nothing of it is shown, and this step was not saved. The case is not lost, and the administrators have been alarmed. If it is urgent, call one of the numbers below.',
    serverTitle: 'Something broke',
    server:
      'The fault is ours, not yours. This step was not saved; go back and try later. If it is urgent, call a number below.',
    wayOn: 'Go to the home page',
  },
}

function lengthOf(days: number): string {
  if (days % 365 !== 0) return counted(days, 'day', 'days')
  return days === 365 ? 'one year' : `${days / 365} years`
}
