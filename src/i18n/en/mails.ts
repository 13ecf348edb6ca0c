import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const mails: Messages['mails'] = {
  caseNumber: (number) => `Case ${number}`,
  openCase: (number) => `Open case ${number}`,
  andMore: (count) => `And ${count} more; please sign in to see them.`,
  noContent: 'To protect the worker, mail says nothing of what a case is about. Sign in to read it.',
  urgent: {
    danger: {
      subject: (number) => `Make contact now: case ${number}`,
      text: 'Somebody may be in danger. Please reach the worker yourself at once, day or night.',
      by: (when) => ` At the latest: ${when}.`,
    },
    many: {
      subject: (number) => `Make contact today: case ${number}`,
      text: 'This concerns ten workers or more. Please reach the worker yourself today.',
      by: (when) => ` At the latest: ${when}.`,
    },
    retaliation: {
      subject: (number) => `A worker reports retaliation: case ${number}`,
      text: 'The worker says that filing this case has brought reprisals. It is under supervision now; please look into it soon.',
      by: (when) => ` The worker is to be contacted by ${when}.`,
    },
    several: {
      subject: (count) => `Urgent: ${counted(count, 'more case', 'more cases')}`,
      text: 'Very many urgent cases came in, so this mail tells of several. Somebody in them may be in danger: please begin at the top and reach the workers yourself. If you are too few, tell those above you at once.',
      toCases: 'See the cases',
    },
  },
  entrusted: {
    subject: (number) => `Entrusted to you: case ${number}`,
    text: 'A case was put into the hands of a few named people, and you are one of them; your colleagues do not see it. Please look at it soon.',
  },
  yourTurn: {
    subject: (number) => `It is your turn: case ${number}`,
    text: 'A case is with you now. Please sign in to see it.',
  },
  tenWorkers: {
    subject: (number) => `Ten workers or more: case ${number}`,
    text: 'This case stands for ten workers or more, so its reply is for the chair to sign. Nothing waits for you yet; please look at it early.',
  },
  workerWrote: {
    subject: (number) => `The worker wrote: case ${number}`,
    text: 'The worker left a message and waits for an answer. Please sign in to see it.',
  },
  consentAnswered: {
    subject: (number) => `The worker answered about passing on their identity: case ${number}`,
    text: 'The worker agreed that somebody may be told who they are, refused it, or took it back. Please sign in to see which.',
  },
  extensionAsked: {
    subject: (number) => `Please decide about more time: case ${number}`,
    text: 'The handler asks for more time on a case, and you decide. Until then the date stays as it is.',
  },
  extensionDecided: {
    subject: (number) => `Decided about more time: case ${number}`,
    text: 'The chair has decided about the time for a case. Please sign in to see it.',
  },
  limitation: {
    subject: (number) => `A time of the law is running out: case ${number}`,
    text: 'In this case the time in which the worker may apply himself, for recognition of the injury or to arbitration, is running out. Please remind him now; it is not to be missed because the union is at work on it.',
  },
  overdue: {
    subject: (count) => `${counted(count, 'case is', 'cases are')} overdue`,
    text: 'These cases are past their date. You have them, or people you are responsible for. Please tell the workers how things stand, then get them done.',
    toCases: 'See the cases',
  },
  dueSoon: {
    subject: (count) => `${counted(count, 'case is', 'cases are')} due soon`,
    text: 'These cases are due soon, and you have them.',
    toCases: 'See the cases',
  },
  supervised: {
    subject: (count) => `${counted(count, 'case is', 'cases are')} under supervision now`,
    text: 'Nobody reached the worker in time, a date passed, or half of the time went by without a note. These cases came under supervision by themselves, and you watch over them. Please ask how things stand, and see that they move.',
    toCases: 'See the supervised cases',
  },
  alarm: {
    nobody: {
      subject: (count) => `${counted(count, 'case is', 'cases are')} with nobody`,
      text: 'Nobody may act on these cases. Name somebody now; they are then handed over by themselves.',
      action: 'Name somebody',
    },
    late: {
      subject: (count) => `${counted(count, 'case is', 'cases are')} long overdue and nobody acts`,
      text: 'Of these cases everybody up to the federation was told, and still nobody acts, or there is nobody above who could be told. Please find somebody who can.',
      action: 'See the people',
    },
    unreadable: {
      subject: (count) => `${counted(count, 'case', 'cases')} cannot be opened`,
      text: 'What is kept of these cases does not fit their keys: somebody may have changed the database, or a key or a salt is gone. Please tell whoever deploys this at once; restore no backup and change no secret before it is clear.',
      action: 'Open the office',
    },
    altered: {
      subject: (count) =>
        count === 0
          ? 'A day of the record does not fit'
          : `The record of ${counted(count, 'case', 'cases')} does not fit`,
      text: 'What lies in the database is not what was recorded when it happened. Somebody may have changed it past the service. Please save a file of the record now, compare it with a line that somebody wrote down, and tell whoever deploys this; an auditor should know.',
      action: 'Open the record',
    },
    calendar: {
      subject: (year) => `Please enter the holidays of ${year}`,
      text: (year) =>
        `The holidays and shifted working days of ${year} are not entered yet. Until they are, dates in that year count weekends only and are marked as provisional.`,
      action: 'Enter the holidays',
    },
  },
  naming: {
    proposed: {
      subject: 'Somebody is proposed for a strict category',
      text: 'Another administrator proposes somebody for a strict category. If you agree, this person sees its cases. Make sure first, then decide.',
      action: 'See the proposal',
    },
    named: {
      subject: 'One more person is named for a strict category',
      himself:
        'You are named for a strict category now. Only the people named see its cases; please speak of them to nobody else.',
      other:
        'One more person is named for a strict category of yours, and sees its cases as you do. Sign in to see who it is; if it seems wrong to you, tell the federation at once.',
      action: 'See who is named',
    },
    unnamed: {
      subject: 'Who is named for a strict category has changed',
      himself: 'You are no longer named for a strict category, and do not see its cases any more.',
      other: 'One person fewer is named for a strict category of yours. Sign in to see who is left.',
      action: 'See who is named',
    },
    why: 'Everybody who is named for a strict category is told of each change.',
  },
  invitation: {
    subject: (federation) => `${federation} invites you to Huying`,
    text: (federation) =>
      `${federation} has opened an account for you, to take up workers’ cases and answer them.`,
    how: (email) => `Sign in with ${email}; a one-time code is sent to that address. There is no password.`,
    action: 'Sign in',
    notYou: 'If you do not work for the union, please ignore this mail.',
  },
  addressChanged: {
    subject: 'Your account has another address',
    over: (federation) =>
      `An administrator of the ${federation} moved your account to another address. This one no longer signs in, and gets no more notices.`,
    here: (email) =>
      `Your account was moved to this address. From now on ${email} gets your sign-in codes and notices. You were signed out everywhere; please sign in again.`,
    action: 'Sign in',
    notYou: (federation) => `If you did not ask for this, tell the ${federation} at once.`,
  },
  testMail: {
    subject: 'Test mail',
    text: 'This mail has reached you, so mail goes out: sign-in codes and notices will come, too.',
    action: 'Back to the page of mail',
  },
}
