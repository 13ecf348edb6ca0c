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
    none: 'There is no receipt code in this; please enter the 16 characters you were given',
    foreign: (letters) => `A receipt code never has ${letters.join(', ')}; please compare and correct it`,
    short: (missing) => `Too short by ${missing}: a receipt code has 16 characters`,
    long: (extra) => `Too long by ${extra}: a receipt code has 16 characters`,
    nothing: 'Nothing was found for this code',
    nothingHelp:
      'Compare it with the code you kept and try again: 4 groups of 4 characters. It holds only the figures 2–9 and the letters C F G H J M P Q R V W X, and none that are easily mistaken, such as 0, 1, O, I or L. If you replaced your code, use the new one.',
    lost: 'Lost your code?',
    lostHelp:
      'Only you have it; we cannot look it up. If you left your number and did not seal it, call 12351 and the union will check with you. If you filed anonymously, or your name and number are sealed, the union cannot check; please file again.',
    shared:
      'On somebody else’s phone? Press “Leave” when you are done. You are signed out after 30 minutes of inactivity.',
  },
  expired: {
    title: 'Not saved: you had left already',
    about:
      'To protect you, you are signed out after 30 minutes of inactivity. What you just wrote was not saved. Copy the text below first, then enter your code.',
    nothingTyped:
      'To protect you, you are signed out after 30 minutes of inactivity. This step was not saved. Please enter your code again.',
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
      `Your page was of one case, and this browser now has No. ${number} open. So that nothing goes to the wrong one, neither was changed.`,
    copy: 'Copy the text below first.',
    open: (number: number) => `Go to No. ${number}`,
    back: 'To go back to the case you were on, enter its code',
  },
  page: {
    title: (name: string) => `Your ${name.toLowerCase()}`,
    number: (number: number) => `No. ${number}`,
    now: 'Now',
    who: 'Who has it',
    turn: 'Whose turn it is',
    you: 'You',
    union: 'The union',
    holder: (role: string, org: string | undefined) => (org ? `${role}, ${org}` : role),
    nobody: 'Nobody: it has ended',
    next: 'Next step',
    by: 'By',
    contact: 'We contact you',
    legal: { decision: 'By the rules, we decide', limit: 'By the rules, it is done' },
    contactBy: ['By ', ''],
    contactSealed:
      'Your number is sealed, so the union can only write to you here. For a call, open it first.',
    contactOpen: 'Open my number',
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
  consent: {
    title: 'May the union pass on who you are?',
    about: 'The union would like to tell somebody who you are. If you do not agree, nobody is told.',
    recipient: 'Who is told',
    contact: 'How to reach them',
    what: 'What they are told',
    purpose: 'What for',
    ifNo: 'If you say no, your case goes on without your name. They cannot check with you then, so it may take longer, or only part of it can be done.',
    later: 'You can take a yes back at any time, under “What you agreed to”.',
    give: 'I agree',
    refuse: 'I do not agree',
    yours: 'What you agreed to',
    line: (recipient: string, what: string) => `Tell ${recipient}: ${what}`,
    standing: {
      asked: 'Waiting for your answer',
      given: 'You agreed',
      refused: 'You did not agree',
      withdrawn: 'You took it back',
    },
    passed: ['They were told on ', ''],
    notPassed: 'Nobody was told yet',
    notBack:
      'What they learned before that cannot be taken back. To have them stop using it, you can ask them:',
    withdraw: 'Take it back',
    withdrawAbout:
      'From then on nobody is told; what they know already cannot be taken back. Whoever handles your case learns that you took it back.',
    done: {
      given: 'You agreed. Once they are told, the day is written here.',
      refused: 'You did not agree. Your case goes on without your name.',
      withdrawn: 'You took it back; from now on nobody is told.',
    },
  },
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
    title: 'Your rating',
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
  safety: 'In danger, or punished for this',
  mediation: {
    title: 'Mediation ends; arbitration is open all the time',
    ends: [
      'Mediation may take until ',
      ' (that day included). If nothing is agreed by then, you can apply for labour arbitration.',
    ],
    anytime: 'You need not wait: you can apply now. Call 12333 or 12348 to ask how.',
  },
  thread: {
    title: 'Messages',
    news: 'New messages',
    answer: 'Answer',
    newAbove: 'The newest messages are above',
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
    about: 'What you gave us is yours to see, to correct, to take with you and to delete.',
    name: 'Name and number',
    wrote: 'What I wrote, and my code',
    contact: 'Correct my name or number',
    data: 'Get everything about me',
    sealAbout: 'Once sealed, nobody at the union can open them; only your receipt code does.',
    sealedAbout: 'They are sealed now: only your receipt code opens them.',
    erase: 'Delete what identifies me',
    words: 'Delete what I wrote',
    wordsAbout: 'Your answers and the messages go. You read first what that means.',
    looks: 'Who looked at my name and number',
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
    cancellation: {
      title: 'Take it back',
      about:
        'We stop working on it. If you have a place, the next person gets it at once; to come back, you fill in the form again.',
      label: 'Why (you need not say)',
      button: 'Take it back',
      done: 'It is taken back.',
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
    about: 'Kept apart. Every look is listed under “Who looked at my name and number”.',
    sealed: 'Only you see this now; once saved it is sealed again.',
    button: 'Save',
    empty: 'To clear everything, go back and choose “Delete what identifies me”',
    noted: 'Name or number',
    done: 'Saved.',
  },
  erase: {
    title: 'Delete what identifies me',
    about: 'This will be deleted:',
    kept: 'This stays: what happened, the messages and the history. If you wrote your name in those texts, you can then “Delete what I wrote” as well.',
    after:
      'It cannot be undone. The union can then reach you only by messages here, so keep your receipt code safe.',
    nothing: 'We keep nothing that identifies you, so there is nothing to delete.',
    sealed: 'Your name and number, which are sealed now.',
    mail: (address) => `${address}, where we tell you of news. We will not tell you any more.`,
    push: 'The browser that shows you when there is news. It will not show it any more.',
    button: 'Delete it',
    back: 'Keep it and go back',
    done: 'What identified you is deleted.',
  },
  eraseWords: {
    title: 'Delete what I wrote',
    about: 'This will be deleted:',
    goes: [
      'What you filled in',
      'All messages, yours and those of the union to you',
      'What you wrote when you added to it, corrected it, objected or withdrew',
    ],
    stays: 'This stays:',
    kept: [
      'That there was a case, its number, what it was about and its dates',
      'How far it went, which roles handled it, and your rating',
      'What the union wrote for its work or passed on to others, and the answer it signed. They may repeat what you said; they are deleted when their time is over',
    ],
    identity: 'Your name and number are kept apart and deleted apart:',
    open: 'Your case is still open. Whoever handles it will not know what it was about, may have to stop, and may ask you again. If you do not want them to go on, withdraw it first.',
    withdraw: 'Go to “Withdraw it”',
    waits:
      'You still wait for a place. If you chose an option, it is needed for that and kept for now; once you have the place, or cancel, nobody can tell that you chose it.',
    when: 'Here it is gone at once; from backups nobody can open it after five weeks.',
    after: 'It cannot be undone, and we cannot find it again either. To keep a copy, download it first.',
    nothing: 'Nothing that you wrote is here, so there is nothing to delete.',
    button: 'Delete all of it',
    back: 'Keep it and go back',
    changed:
      'Something new was written since you opened this page, so nothing is deleted yet. Look again, then press once more.',
    done: 'What you wrote is deleted.',
    erased: ['On ', ' you deleted what you wrote.'],
  },
  looks: {
    title: 'Who looked at my name and number',
    none: 'Nobody has.',
    times: (count: number) =>
      count === 1
        ? 'Looked at once. Each look needs a reason and is listed here.'
        : `Looked at ${count} times. Each look needs a reason and is listed here.`,
  },
  seal: {
    receipt: 'Your receipt code',
    wrong: 'This is not the code of this case, and nothing was changed; please compare it again',
    nothing: 'We keep nothing that identifies you, so there is nothing to seal.',
    sealed: {
      title: 'See, correct or open my sealed name and number',
      about:
        'The name and number you left are sealed: nobody at the union can open them, no administrator either. Only your receipt code does.',
      show: 'Let me see or correct them',
      button: 'Open them for the union',
      after: {
        complaint:
          'Once open, those who handle your case can look with a reason, and you see every look. You can seal them again; whoever has looked knows by then.',
        report:
          'Once open, only those who handle it in the county federation can look, with a reason, and you see every look. You can seal them again; whoever has looked knows by then.',
      },
      done: {
        complaint: 'They are open: those who handle your case can look with a reason.',
        report: 'They are open: those who handle it in the county federation can look with a reason.',
      },
    },
    open: {
      title: 'Seal my name and number',
      about:
        'The name and number you left are open: those who handle your case can look with a reason. Once sealed, only your receipt code opens them, and the union can only write to you here. If you agreed that somebody else is told, that is taken back too.',
      lost: 'If you lose the code, nobody can ever open them. What somebody has already seen cannot be sealed.',
      button: 'Seal them',
      done: 'Your name and number are sealed; only your receipt code opens them.',
    },
  },
  newReceipt: {
    title: 'Replace my receipt code',
    about:
      'Keep the new code below first: a screenshot, or on paper. Until you press “Use the new code” the old one still works; after that it opens nothing.',
    news: 'With the new code nobody is told of news any more; turn that on again.',
    code: 'Your new receipt code',
    qrAlt: 'QR code that opens your case page',
    qr: 'Press it long and keep it among your photos. Once replaced, scan it to open your case page.',
    last: 'Type the last 4 characters of the new code',
    lastHint: 'So you know that you have it, and copied it right.',
    wrong: 'These are not the last 4 characters of the new code; please compare with it above',
    old: 'Your present receipt code',
    oldHint:
      'Your name and number are sealed with the old code; it opens them so that the new one can seal them again. Do you not have it? Go back, delete what identifies you, then replace the code.',
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
    told: 'What other agencies were told',
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
    conflict:
      'While you were writing, something changed here, so this was not saved. Your text is still below. See how it stands now, and send it again if you want to.',
    notAllowed: 'This is no longer possible, so it was not saved. See above how it stands now.',
    tooOftenTitle: 'That is all for today',
    tooOften:
      'You have written a lot here today, and all of it has arrived. To leave room for everybody, this was not saved; you can go on after midnight. Your text is still on this page, copy it if you like. If it is urgent, call now:',
  },
}
