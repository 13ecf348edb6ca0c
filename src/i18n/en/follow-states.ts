import type { Messages } from '../catalog.ts'

type States = Pick<
  Messages['follow'],
  'status' | 'toCity' | 'rated' | 'ratedPartly' | 'withdrawnInDanger' | 'withChair' | 'closed'
>

export const followStates: States = {
  toCity: {
    waiting: {
      now: 'The county federation decided this itself, so the federation above it looks at it anew. We are choosing somebody who had no part in it to go along with you.',
      next: 'Somebody is chosen and brings it there',
    },
    escorted: {
      now: 'The federation above is looking at it anew, and one of ours goes along. With us it is not over.',
      next: 'We ask there how far they are',
    },
  },
  status: {
    submitted: {
      now: 'We have it, and are passing it to the duty officer.',
      next: 'The duty officer reads it and decides whether we can take it on',
    },
    triage: {
      now: 'The duty officer is reading what you told us.',
      next: 'We tell you whether we take it on',
    },
    needs_info: {
      now: 'The union needs to know a little more from you before it can go on.',
      next: 'Please add it; after this date we go on with what we have',
    },
    declined: {
      now: 'We cannot take this on. The reason, and where to go instead, are below.',
      next: 'If you disagree, you can object',
    },
    accepted: {
      now: 'The union has taken it on and is finding someone to handle it.',
      next: 'It goes to a handler',
    },
    dispatched: {
      now: 'It is with a handler, who has yet to sign for it.',
      next: 'The handler signs for it and starts',
    },
    investigating: { now: 'The handler is finding out what happened.', next: 'You get an answer' },
    mediating: {
      now: 'The union is negotiating with the employer.',
      next: 'The talks end, or the next step begins',
    },
    referred: {
      now: 'Another agency is dealing with it and the union stays with you. It is not closed here.',
      next: 'The handler asks the agency how far it is',
    },
    drafting: { now: 'The handler is writing your answer.', next: 'The department head checks the answer' },
    in_review: {
      now: 'Your answer is written, and the department head is checking it.',
      next: 'Once checked, it goes to be signed',
    },
    sign_off: {
      now: 'Your answer is checked and waits to be signed.',
      next: 'Once signed, you read it here',
    },
    replied: { now: 'The union has answered you.', next: 'Please tell us: is it solved?' },
    reopened: {
      now: 'It is open again, and someone else will handle it.',
      next: 'It goes to another handler',
    },
    under_review: {
      now: 'The union above is looking at it again.',
      next: 'You get an answer from the review',
    },
    closed: { now: 'This is closed.', next: '' },
    withdrawn: {
      now: 'You withdrew it, and we have stopped.',
      next: 'A second person makes sure that it was your own wish and nobody pressed you',
    },
    received: {
      now: 'We have received it; the duty officer will look at it.',
      next: 'The duty officer looks at it',
    },
    seen: { now: 'The duty officer has seen it.', next: 'You will read here when it is done' },
    done: { now: 'This is done.', next: '' },
    archived: { now: 'This is archived, and whatever could identify you is deleted.', next: '' },
  },
  rated: {
    now: 'Thank you for your answers. You say it is not solved.',
    next: 'The union reads your answers and decides what comes next',
  },
  ratedPartly: {
    now: 'Thank you for your answers. You say it is partly solved.',
    next: 'The union reads your answers and decides what comes next',
  },
  withdrawnInDanger: {
    now: 'You withdrew it. You said there was danger, so we still contact you once to see that you are safe.',
    next: 'We contact you; then a second person makes sure that it was your own wish and nobody pressed you',
  },
  withChair: {
    now: 'Not all of it is solved. The chair is deciding what to do.',
    next: 'The chair opens it again, or explains to you why not',
  },
  closed: {
    solved: 'You say it is solved, and it is closed.',
    partly:
      'It is closed, and only part of it was solved. Our record says so: “partly solved”, not “solved”.',
    unsolved: 'It is closed, but it was not solved. Our record says so: “not solved”.',
    no_answer:
      'We answered and did not hear what you think, so it is closed as “no answer”. That does not count as satisfied.',
    merged: 'It is about the same thing as another case, and both are handled together.',
    declined: 'We did not take it on. It is closed as “declined”.',
    withdrawn: 'You withdrew it. It is closed as “withdrawn”.',
  },
}
