import type { Messages } from '../catalog.ts'
import { followHistory, followWho } from './follow-history.ts'
import { followStates } from './follow-states.ts'

export const follow: Messages['follow'] = {
  ...followStates,
  history: followHistory,
  who: followWho,
  entry: {
    title: 'See how it stands',
    lead: 'Enter your receipt code to see how far your case is.',
    label: 'Receipt code',
    hint: '16 characters, from the page you saw after sending. Capitals, spaces and hyphens do not matter.',
    button: 'Show',
    empty: 'Enter your receipt code',
    nothing: 'Nothing was found for this code',
    nothingHelp:
      'Compare it with the code you kept and try again: 4 groups of 4 characters. It holds only the figures 2–9 and the letters C F G H J M P Q R V W X, and none that are easily mistaken, such as 0, 1, O, I or L. If you replaced your code, use the new one.',
    lost: 'Lost your code?',
    lostHelp:
      'Only you have it; we cannot look it up. If you gave your name, call 12351 and the union will check with you. If you filed anonymously, please file again.',
    shared:
      'On somebody else’s phone? Press “Leave” when you are done. After 30 quiet minutes you leave by yourself.',
  },
  expired: {
    title: 'Not saved: you had left already',
    about:
      'To protect you, you leave after 30 quiet minutes. What you just wrote was not saved. Copy the text below first, then enter your code.',
    nothingTyped:
      'To protect you, you leave after 30 quiet minutes. This step was not saved. Please enter your code again.',
    typed: 'What you just wrote',
  },
  failed: {
    title: 'Perhaps not saved',
    about:
      'The fault is ours, and we cannot tell whether it was saved. Go back to your case a little later, and try again if it is not there.',
    copy: 'Copy the text below first.',
    back: 'Back to my case',
  },
  opening: {
    title: 'Open this case?',
    about:
      'This link holds a receipt code. If you kept it yourself, press the button. If someone sent it to you, do not open it, and write nothing of yours there.',
    closes: 'Another case is open here; opening this one takes its place.',
    otherLink: 'You followed another link after this one. Pressing now opens that later case.',
    button: 'It is mine, open it',
  },
  otherCase: {
    title: 'Not saved: another case is open',
    about: (number: number) =>
      `Your page was of one case, and this browser now has No. ${number} open. Lest it goes to the wrong one, nothing was done to either.`,
    copy: 'Copy the text below first.',
    open: (number: number) => `Go to No. ${number}`,
    back: 'To go back to the case you were on, enter its code',
  },
  page: {
    title: (name: string) => `Your ${name.toLowerCase()}`,
    number: (number: number) => `No. ${number}`,
    now: 'Now',
    who: 'Who has it',
    you: 'You',
    union: 'The union',
    holder: (role: string, org: string | undefined) => (org ? `${role}, ${org}` : role),
    nobody: 'Nobody: it has ended',
    next: 'Next step',
    by: 'By',
    contact: 'We contact you',
    legal: { decision: 'By the rules, we decide', limit: 'By the rules, it is done' },
    contactBy: ['By ', ''],
    late: 'That day has passed, and we are sorry. Whoever has it is reminded until it is done.',
    supervised: (who: string | null) =>
      who ? `It is under supervision. Watching that it moves: ${who}.` : 'It is under supervision.',
    extended: 'The time was extended once; the reason is in the history below.',
    goThread: 'Messages',
    goHistory: 'History',
    goRights: 'Your rights',
    goLeave: 'Leave',
  },
  leave: {
    title: 'Finished?',
    button: 'Leave',
    about: 'After that, nobody else on this phone can see your case.',
    done: 'You have left. Nothing of your case stays open on this phone.',
  },
  question: { title: 'The union asks you' },
  declined: { title: 'Why we cannot take it on' },
  merged: { title: 'Why it is joined with another one' },
  joined: {
    lead: 'Yours is handled together with another one about the same thing. ',
    status: {
      needs_info: {
        now: 'The union is waiting for the other person to tell it more.',
        next: 'They tell us; after this date we go on with what we have',
      },
      withdrawn: {
        now: 'The other one was withdrawn, and somebody makes sure of that.',
        next: 'If it ends there, yours goes on by itself',
      },
      replied: { now: 'The union has answered. Please read below.', next: '' },
      closed: { now: 'The union has answered, and it is closed. Please read below.', next: '' },
      archived: { now: 'It is archived, and what the answer said is deleted.', next: '' },
    },
    other: 'The other person, who was asked for more',
    reply: 'The answer to both',
    aboutReply:
      'Whoever filed the other one rates this answer. If it does not speak to your case, you can ask above for yours to be handled by itself, or write to us.',
  },
  reply: {
    title: 'The answer to you',
    signed: (who: string) => `Signed by ${who.toLowerCase()}`,
    outcome: {
      supported: 'We support what you ask',
      partly: 'We support part of what you ask',
      not_supported: 'We do not support what you ask',
    },
    earlier: 'Earlier answers',
  },
  rating: {
    title: 'What do you say?',
    about:
      'Two separate questions. Your answers go straight into the record: the handler cannot change them, nor see them beforehand.',
    until: 'Please answer by ',
    solved: 'Is your problem solved?',
    satisfied: 'Are you satisfied with how the union handled it?',
    solvedMissing: 'Say whether it is solved',
    satisfiedMissing: 'Say whether you are satisfied',
    button: 'Send my answers',
    done: 'Your answers are recorded. Thank you.',
    yours: 'What you said',
    yoursSolved: 'The problem',
    yoursSatisfied: 'The handling',
  },
  further: {
    title: 'Not solved? You can still',
    solved: 'Has it come back? You can still',
    until: 'You can ask until ',
    over: 'You have had it reviewed twice, and there is no third review (Regulations on Petitions, art. 36). You can still call 12348 and ask what the law offers.',
  },
  thread: {
    title: 'Messages',
    none: 'No messages yet. Anything you want to say or add can go here.',
    anonymous:
      'You are anonymous, and writing here does not change that. Do not write your name, number or anything that points to you.',
    you: 'You',
    fresh: 'New',
    label: 'Write to the union',
    hint: 'Press “Send” when done. The union’s answers appear here.',
    button: 'Send',
    done: 'Your message is sent. The union’s answer will appear here.',
  },
  past: { title: 'What has happened' },
  rights: {
    title: 'Your rights',
    about:
      'What you gave us is yours to see, correct and take with you; what identifies you, you can delete.',
    contact: 'Correct my name or number',
    contactAbout: 'A new number, or a slip.',
    data: 'Get everything about me',
    dataAbout: 'All that we keep about you, at once.',
    erase: 'Delete what identifies me',
    eraseAbout: 'Your name, number and the like go; your case goes on.',
    receipt: 'Replace my receipt code',
    receiptAbout: 'Might someone have seen it? Take a new one, and the old one opens nothing.',
  },
  acts: {
    information: {
      title: 'Tell us more',
      about: 'Write what you know. If you are not sure, say so.',
      label: 'Your answer',
      button: 'Send my answer',
      done: 'We have your answer, and the duty officer reads on.',
    },
    objection: {
      title: 'I disagree and object',
      about: 'We look at it afresh; where there is a union one level up, that union does.',
      label: 'Why you disagree',
      button: 'Object',
      done: 'We have your objection, and it is looked at afresh.',
    },
    parting: {
      title: 'I do not agree: handle mine by itself',
      about: 'Yours is then taken in by itself; where there is a union one level up, by that union.',
      label: 'Why it should be handled by itself',
      button: 'Ask for that',
      done: 'Yours is being taken in by itself again.',
    },
    reopening: {
      title: 'Ask us to open it again',
      about: 'Someone else will handle it, and you hear from us within 3 working days.',
      label: 'What is not solved',
      button: 'Open it again',
      done: 'It is open again, and someone else will handle it.',
    },
    appeal: {
      title: 'Ask the level above to review it',
      about: 'If you do not accept the outcome, the union above can review it and answers within 30 days.',
      label: 'What you do not accept',
      button: 'Ask for a review',
      done: 'It is now with the union above for review.',
    },
    withdrawal: {
      title: 'Withdraw it',
      about:
        'We stop working on it. A second person makes sure that nobody pressed you. Until that is done you can come back here and have us go on. If someone is pressing you, do not withdraw: tell us.',
      label: 'Why (you need not say)',
      button: 'Withdraw',
      done: 'It is withdrawn. If you change your mind before a second person has confirmed it, you can have us go on from here.',
    },
    resumption: {
      title: 'Go on with it',
      about: 'Changed your mind? Press once and we go on. You need no reason.',
      label: '',
      button: 'Go on with it',
      done: 'Right, we are going on with it.',
    },
    correction: {
      title: 'Correct a mistake',
      about:
        'What you first wrote and your correction are both kept; whoever handles it goes by the correction. Do not write your name or number here.',
      label: 'What is wrong, and what is right',
      button: 'Send the correction',
      done: 'Your correction is recorded, and whoever handles it will see it.',
    },
    danger: {
      title: 'Somebody is in danger now',
      about:
        'Somebody may be hurt, beaten, or harm themselves? Get away from it and call 110 or 120 first, then tell us. Those responsible are told at once, day or night.',
      label: 'What the danger is, and where',
      button: 'Tell the union',
      done: 'We know now, and those responsible were told at once. By when they contact you is written below.',
    },
    retaliation: {
      title: 'I am being punished for this',
      about:
        'Moved, paid less, threatened, dismissed? Tell us. It goes under supervision at once. In danger, call 110 first.',
      label: 'What happened, and when',
      button: 'Tell the union',
      done: 'We know now. It is under supervision, and someone will contact you soon. Watch the messages here.',
    },
  },
  contact: {
    title: 'Correct my name or number',
    about: 'This is kept apart. Whenever someone looks at it, you see that in the history.',
    button: 'Save',
    empty: 'To clear everything, go back and choose “Delete what identifies me”',
    noted: 'Name or number',
    done: 'Saved.',
  },
  erase: {
    title: 'Delete what identifies me',
    about: 'This will be deleted:',
    kept: 'This stays: what happened, the messages and the history. If you wrote your name in those texts, tell us first under “Correct a mistake”.',
    after:
      'It cannot be undone. The union can then reach you only by messages here, so keep your receipt code safe.',
    nothing: 'We keep nothing that identifies you, so there is nothing to delete.',
    button: 'Delete it',
    back: 'Keep it and go back',
    done: 'What identified you is deleted.',
  },
  newReceipt: {
    title: 'Replace my receipt code',
    about:
      'Keep the new code below first: a screenshot, or on paper. Until you press “Use the new code” the old one still works; after that it opens nothing.',
    code: 'Your new receipt code',
    qr: 'Once replaced, scan this to open your case',
    last: 'Type the last 4 characters of the new code',
    lastHint: 'So you know that you have it, and copied it right.',
    wrong: 'These are not the last 4 characters of the new code; please compare with it above',
    overtaken: 'It was not replaced yet. Go by the new code below, and keep it afresh.',
    button: 'Use the new code',
    back: 'Keep the old one and go back',
    done: 'Your receipt code is replaced; the old one opens nothing now.',
  },
  data: {
    title: 'Everything we keep about you',
    about:
      'You can print this page or take it as a file. It is personal: do not leave it on somebody else’s phone. Where WeChat will not download, take screenshots of this page.',
    file: 'Get the file (JSON)',
    case: 'This case',
    answers: 'What you filled in',
    identity: 'What identifies you (kept apart)',
    noIdentity: 'Nothing kept.',
    messages: 'Messages',
    replies: 'Answers to you',
    category: 'About',
    mode: 'Way of filing',
    state: 'Now',
    filed: 'Sent',
    number: 'Number',
    closing: 'Closed as',
    org: 'Union in charge',
    enterprise: 'Employer',
    anonymous: 'Anonymous',
    bypassesUnit: 'Kept from my own unit',
    none: 'None',
  },
  errors: {
    empty: 'Write a few words first',
    notAPhone: '11 digits of a mobile, or a landline with its area code',
    tooLong: (most: number) => `Too long: at most ${most} characters`,
    conflict:
      'While you were writing, something changed here, so this was not saved. Your text is still below. See how it stands now, and send it again if you want to.',
    notAllowed: 'This is no longer possible, so it was not saved. See above how it stands now.',
    tooOftenTitle: 'That is all for today',
    tooOften:
      'You have written a lot here today, and all of it has arrived. To leave room for everybody, this was not saved; you can go on after midnight. Your text is still on this page, copy it if you like. If it is urgent, call now:',
    keep: 'What you just wrote (not saved, copy it if you need it)',
  },
}
