import type { Messages } from '../catalog.ts'

export const intake: Messages['intake'] = {
  at: (place: string) => `Place: ${place}`,
  before: {
    title: 'Before you begin',
    readers: 'Who reads it',
    use: 'How it is used',
    kept: 'How long it is kept',
    keptFor: (days: number) =>
      `${lengthOf(days)} after the case closes; then whatever identifies you is deleted.`,
    rights: 'Your rights',
    rightsText:
      'You get a receipt code. With it you can see, correct and fetch what you wrote, delete what identifies you, or withdraw.',
  },
  care: {
    danger: 'Somebody in danger? Call first',
    mental: 'Feeling bad? Talk to somebody first',
    harassment: 'You did nothing wrong, and there is help',
    text: 'Then come back and fill this in.',
  },
  trap: 'Please leave this empty',
  other: 'Something else',
  otherText: 'Please say what',
  employer: {
    fixed: 'Employer',
    which: 'Is it one of these?',
    none: 'None of these; use the name I wrote',
    union: (name) => `Its union: ${name}`,
  },
  filing: {
    title: 'How to send it',
    mode: 'Is it a complaint or a report?',
    modes: {
      complaint: 'Complaint: please help me solve this',
      report: 'Report: something unlawful or dangerous',
    },
    modeHints: {
      complaint: 'If the employer would have to learn who you are, you are asked first, step by step.',
      report: 'Whatever is done with it, who you are never leaves the federation.',
    },
    named: 'Do you want to give your name?',
    no: 'No, stay anonymous',
    noHint: 'It is handled all the same. Your receipt code lets you follow it and talk with the union.',
    yes: 'Yes, name and phone',
    yesHint: 'Only those who handle it can look; each look is recorded, and you can see that.',
    who: 'Your name and phone number',
    bypass: 'Keep it from my own unit',
    bypassHint: 'The union at my workplace does not see this; the level above handles it.',
  },
  next: 'Next: check your answers',
  check: {
    title: 'Check your answers',
    lead: 'Nothing is sent yet. If all is right, press “Send it now” at the end.',
    changePart: (part: string) => ` (${part})`,
    send: 'Send it now',
    anonymous: 'Anonymous',
    bypasses: 'The union at my workplace does not see it',
    notBypassed: 'The usual way',
    nothing: 'Not given',
  },
  errors: {
    required: (label: string) => `Please answer: ${label}`,
    required_choice: (label: string) => `Please choose: ${label}`,
    required_consent: () => 'We can only handle this if you tick your agreement',
    too_long: (label: string, most: number) => `${label}: too long, at most ${most} characters`,
    not_offered: (label: string) => `${label}: please choose from what is offered`,
    other_missing: (label: string) => `${label}: you chose “something else”; please say what`,
    not_a_number: (label: string) => `${label}: digits only, please`,
    too_small: (label: string, least: number) => `${label}: not less than ${least}`,
    too_big: (label: string, most: number) => `${label}: not more than ${most}`,
    not_a_date: (label: string) => `${label}: no such date; for example year 2026, month 3, day 8`,
    not_a_month: (label: string) => `${label}: give at least year and month; for example 2026 and 3`,
    in_the_future: (label: string) => `${label}: not later than today`,
    not_a_phone: (label: string) => `${label}: 11 digits of a mobile, or a landline with its area code`,
    twice: (label: string) => `${label}: two different answers arrived; please leave one`,
    which: 'Please choose which employer it is',
  },
  again: {
    expiredTitle: 'Please check once more',
    expired:
      'This page was open for too long, or something changed on the way. Nothing was saved; all you wrote is still below.',
    unknownTitle: 'Nothing was saved',
    unknown:
      'Something arrived that this form does not ask, so nothing was saved. All you wrote is still below; check it and press again.',
    trappedTitle: 'Nothing was saved',
    trapped:
      'A field that must stay empty was filled in, perhaps by your browser. We have emptied it; please press again.',
    tooFastTitle: 'Please read it once more',
    tooFast: 'That was too fast, and nothing is saved yet. Read it through, then press “Send it now”.',
    tooManyTitle: 'Please wait a little',
    tooMany: (seconds) =>
      `Too much came from this network just now, and this one is not saved yet. All you wrote is still below; press “Send it now” in ${seconds} seconds.`,
    failedTitle: 'It was not saved',
    failed:
      'The fault is ours. All you wrote is still below; press “Send it now” a little later. If it is urgent, please call.',
  },
  receipt: {
    title: 'Received',
    lead: 'This is your receipt code. You need it to follow the case and to talk with the union. If it is lost, we cannot find it either.',
    code: 'Your receipt code',
    keep: 'Keep it now',
    ways: ['Take a screenshot or a photo', 'Write it down', 'Print this page'],
    shared: 'Is this phone shared? Take no screenshot; write it where only you can see it.',
    qr: 'Scan this to open your case',
    next: 'What happens next',
    contact: 'The union contacts you: a message on your case page, or a call to the number you gave',
    contactAnonymous: 'The union writes to you on your case page',
    triage: 'It is decided whether the union takes the case, and you are told',
    after: 'From then on your case page always shows who has it, what comes next, and by which day.',
    by: ['By ', ''],
    confirm: 'Is it safe?',
    last: 'Type the last 4 characters of the code',
    lastHint: 'So you know that you copied it right.',
    confirmed: 'I have kept it',
    wrong: 'These are not the last 4 characters; please compare with the code above',
    done: 'Your code is safe',
    doneText: 'Open your case page at any time to see how far it is.',
    follow: 'Open my case page',
    same: 'This was sent before. It is not sent twice, and the code is the same.',
    onlyHere:
      'This browser keeps no cookies, so the code is shown this once; reloading loses it. To follow your case, allow cookies or use another browser.',
    goneTitle: 'The code is no longer shown',
    gone: 'To protect you, the code is shown for half an hour after sending only. If you kept it, enter it on the case page; if not, please send the form again.',
  },
  sent: {
    title: 'This was sent already',
    text: 'It is with the union, and need not be sent again. Use the code you were given then. To protect whoever sent it, neither the code nor the words are shown here.',
    follow: 'Enter my code',
    lost: 'No code, or something else to tell? Open a new form from the home page.',
  },
  changed: {
    title: 'What you sent first is kept',
    text: 'This page was sent once before, and what you changed since is not saved. It is still below, for you to copy. To add or correct something, open your case page and write to the union.',
    receipt: 'Show my code',
    yours: 'What you wrote this time (not saved)',
  },
  closed: {
    title: 'Closed',
    text: 'This code or form is no longer in use, and nothing was saved. The union is still here; this is how to reach us:',
    typed: 'What you just wrote (not saved, copy it if you need it)',
    ways: 'Choose another form on the home page',
  },
  unknownCode: {
    title: 'No such code',
    text: 'Compare with the 5 letters and digits under the QR code on the wall, and try again.',
  },
  unknownForm: {
    title: 'No such form',
    text: 'The address may be mistyped, or the form has moved.',
  },
}

function lengthOf(days: number): string {
  if (days % 365 !== 0) return `${days} days`
  return days === 365 ? 'One year' : `${days / 365} years`
}
