import type { Messages } from '../catalog.ts'

export const seats: Messages['seats'] = {
  before:
    'All places are taken. You can still fill this in and go on the waiting list; with your receipt you see when a place is yours.',
  none: {
    title: 'All places are taken',
    text: 'There is no place left here, and nothing was sent. When somebody leaves, a place opens again, so it may be worth coming back in a few days. For anything else, this is how to reach us:',
  },
  option: 'Full',
  optionWaits: 'Full; you can go on the waiting list',
  check:
    'What you chose has no place left. When you send this you are on the waiting list; with your receipt you see when a place is yours.',
  lead: 'Nothing is sent yet. If all is right, press “Put me on the waiting list” below.',
  send: 'Put me on the waiting list',
  has: 'You have a place.',
  waits: (at) =>
    `All places are taken. You are number ${at} on the waiting list; with your receipt you see when a place is yours.`,
  seat: 'Place',
  hasOne: 'Has a place',
  waitsAt: (at) => `Number ${at} on the waiting list`,
  setting: {
    title: 'Places',
    inAll: 'How many it takes in all',
    atSite: 'How many this site takes',
    ofOption: 'How many may choose it',
    unlimited: 'Leave it empty for any number',
    waits: 'When it is full, people may wait for a place',
    about: 'With more places, those who wait get them in their order; with fewer, nobody loses theirs.',
    save: 'Save the places',
    saved: 'The places are saved',
    wrong: 'Please write a whole number from 1 to 100,000, or nothing for any number',
  },
}
