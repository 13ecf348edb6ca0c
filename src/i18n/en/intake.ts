import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const intake: Messages['intake'] = {
  before: {
    title: 'Before you begin',
    readersBriefly: {
      worker: 'Only the union’s people who take and handle cases read it; your managers do not.',
      officer: 'Only the union’s people in charge of it read it.',
      named:
        'Only the few people whom the federation named for such matters read it; not the union or the managers at your workplace.',
    },
    more: 'How it is used, and your rights',
    readers: 'Who reads it',
    use: 'How it is used',
    kept: 'How long it is kept',
    rights: 'Your rights',
    rightsText:
      'You get a receipt code. With it you can see, correct, fetch and delete what you wrote, or withdraw.',
  },
  thenFill: 'Then come back and fill this in.',
  trap: 'Please leave this empty',
  filing: {
    title: 'How to send it',
    whom: 'Names, and how to reach them',
    mode: 'Is it a complaint or a report?',
    modes: {
      complaint: 'Complaint: please help me solve this',
      report: 'Report: something unlawful or dangerous',
    },
    modeHints: {
      complaint: 'If the employer would have to learn who you are, you are asked first, step by step.',
      report:
        'Whatever is done with it, who you are never leaves the federation. Name and number are always sealed.',
    },
    named: 'Do you want to say how to reach you?',
    no: 'No, stay anonymous',
    noHint: 'It is handled all the same. Your receipt code lets you follow it and talk with the union.',
    yes: 'Yes, here is how to reach me',
    yesHints: {
      sealed: 'They are sealed: nobody at the union can open them until you do.',
      chosen: 'Unless you seal it, those who handle it can look with a reason, and you see every look.',
      open: 'Only those who handle it can look; each look is recorded, and you can see that.',
    },
    seal: 'Seal it: only my receipt code opens my name and number',
    sealHint:
      'Nobody at the union can open them; the union can only write to you on your case page, and call you once you have opened them. If you lose the code, nobody can ever open them.',
    sealedInReports: ' Reports are always sealed.',
    sealedReport: (how) => `Name and number are sealed here: only your receipt code opens them. ${how}`,
    bypass: 'Keep it from my own unit',
    bypassHint:
      'The union at my workplace does not see this; the township, street, park or industry union handles it.',
  },
  next: 'Next: check your answers',
  paged: {
    next: 'Next',
    back: 'Back',
    keep: 'Keep it and go on later',
    entry: (one, number) => `${one} ${number}`,
    add: (one) => `Add one more: ${one}`,
    remove: 'Remove',
    full: (most) => `At most ${most}. Please tell of any others in your own words further on.`,
    saved: 'Kept, and not sent yet; you can go on at any time',
    keptTitle: 'It is kept, and not sent yet',
    until: [
      'With this resume code you can go on from any phone, until ',
      '. After that day, what was not sent is deleted.',
    ],
    where: ['On another phone, open our home page and choose “', '”.'],
    secret: 'Whoever has the code can read what you wrote. Write it down where only you can see it.',
    goOn: 'Go on now',
    shared: 'Do you share this phone? Write the code down, or delete all that you filled in.',
    forget: 'Delete all that I filled in',
    forgottenTitle: 'It is deleted',
    forgotten: 'What you filled in was not sent, and nothing of it is left on this phone or with us.',
    waitingTitle: 'What you filled in is kept, and not sent yet',
    waiting:
      'This did not work just now. What you filled in is still there: please try again in a moment, or go on another day with your resume code.',
    tryAgain: 'Try again',
    beganTitle: 'A form was begun on this phone',
    began:
      'If you go on, what was written is shown. If it is not yours, begin anew, and what is there is deleted.',
    anew: 'Delete it and begin anew',
    resumeTitle: 'Go on with a form you began',
    resumeLead: 'Enter your resume code to return to where you stopped.',
    resumeCode: 'Resume code',
    resumeHint: '12 letters and digits; it stands at the end of each page of the form.',
    resumeNone: 'Please enter your resume code',
    resumeWrong:
      'There is nothing under this code. Please compare it once more; what was sent, deleted or begun more than 28 days ago cannot be opened.',
    resumeGo: 'Go on',
  },
  check: {
    title: 'Check your answers',
    lead: 'Nothing is sent yet. If all is right, press “Send it now” at the end.',
    thenSend: 'Then come back and press “Send it now” at the end.',
    changePart: (part: string) => ` (${part})`,
    send: 'Send it now',
    anonymous: 'Anonymous',
    bypasses: 'The union at my workplace does not see it',
    sealing: 'Name and number',
    sealed: 'Sealed: only your receipt code opens them. If it is lost, nobody can',
    nothing: 'Not given',
  },
  destination: {
    title: 'Where it goes',
    unit: (org) => `It goes to ${org} first, which is the union at your workplace.`,
    unitChange: 'If that union is not to know, choose “Keep it from my own unit”.',
    outside: (org) => `It goes straight to ${org}, past the union at your workplace, which does not see it.`,
    federation: (org) => `It goes straight to ${org}; no union below sees it.`,
    named: 'Only the people named for such matters see it.',
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
    tooFast: 'That was too fast, and nothing is sent yet. Read it through, then press “Send it now”.',
    tooManyTitle: 'Please wait a little',
    tooMany: (seconds) =>
      `Too much came from this network just now, and this one did not get through. All you wrote is still below; press again in ${counted(seconds, 'second', 'seconds')}.`,
    fullTitle: 'Full for today: this was not sent',
    full: 'So much came in today that nothing more is taken before midnight. All you wrote is still on this page and nowhere else: keep the page open and send it tomorrow, or take a picture of it. If it cannot wait, call now:',
    fullKeptTitle: 'Full for today; nothing was sent',
    fullKept:
      'So much came in today that nothing more is taken before midnight. What you wrote is kept: write down the resume code at the end of this page, and send it tomorrow. If it cannot wait, call now:',
    noPlaceTitle: 'The last place was just taken; this was not sent',
    noPlace: 'All you wrote is still below. Please look once more, and decide.',
    changedTitle: 'The form has changed',
    changed:
      'This form was changed since you began. All that you filled in is still here; only what is new is asked.',
    failedTitle: 'It was not saved',
    failed:
      'The fault is ours. All you wrote is still below; press again a little later. If it is urgent, please call.',
  },
  receipt: {
    title: 'Received',
    number: (number) => `No. ${number}`,
    filed: ['Filed on ', ''],
    lead: 'This is your receipt code. You need it to follow the case and to talk with the union. If it is lost, we cannot find it either.',
    leadOfOther:
      'This is the receipt code. If you wrote about somebody else, hand it over at once: it is needed to follow the case and to talk with the union. If it is lost, we cannot find it either.',
    sealed: 'Your name and number are sealed; only this code opens them.',
    code: 'Your receipt code',
    keep: 'Keep it now',
    ways: ['Take a screenshot', 'Write it down', 'Print this page'],
    shared: 'Is this phone shared? Keep no picture on it; write it where only you can see it.',
    qrAlt: 'QR code that opens your case page',
    qrHere: 'On this phone: press it long and keep it among your photos.',
    qrElsewhere: 'On another phone: scan it to open your case page.',
    next: 'What happens next',
    contact: 'The union contacts you: a message on your case page, or a call to the number you gave',
    contactAnonymous: 'The union writes to you on your case page',
    triage: 'It is decided whether the union takes the case, and you are told',
    after: 'From then on your case page always shows who has it, what comes next, and by which day.',
    law: 'By the rules you hear within 15 days whether it is taken on, and it is done within 60 days after that; it can be extended once, by 30 days at most, and you are told why.',
    viewing: 'Somebody at the union looks at what you filled in',
    registered: 'Your case page tells you when it was seen, and when it is done.',
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
    ways: 'Choose another form on the home page',
  },
  replaced: {
    title: 'There is a new code here',
    text: 'The code you scanned is no longer in use, and nothing was saved. The union has put up a new one in its place; you can go on there.',
    goOn: 'Fill in the form at the new code',
    compare: (code) =>
      `The new poster has the code ${code}. If another one hangs there, somebody else may have put it up: do not scan it, and tell the union.`,
  },
  notYet: {
    title: 'Not open yet',
    text: (day) =>
      `This can be filled in from ${day} on. Nothing was saved. If it cannot wait, this is how to reach us:`,
  },
  over: {
    title: 'This has ended',
    text: 'The time for this form is over, and nothing was saved. The union is still here; this is how to reach us:',
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
