import type { Messages } from '../catalog.ts'

export const questions: Messages['questions'] = {
  otherText: 'Please say what',
  howMany(least, most) {
    if (least && least === most) return `Choose ${most}.`
    if (least && most) return `Choose ${least} to ${most}.`
    if (most) return `Choose up to ${most}.`
    return least ? `Choose at least ${least}.` : ''
  },
  yuan: 'yuan',
  timeHint: 'For example 8:30, 20:15 or 3 pm.',
  employer: {
    which: 'Is it one of these?',
    none: 'None of these; use the name I wrote',
    union: (name) => `Its union: ${name}`,
  },
  list: {
    hint: (count) => `There are ${count} in the list; some letters of its name are enough.`,
    which: 'Which of these is it?',
  },
  ranks: (most, of) =>
    most < of
      ? `Number them from 1 on, each number once, up to ${most}.`
      : 'Number them from 1 on, each number once.',
  place: {
    words: 'The place, such as a street, a gate, a building',
    latitude: 'Latitude',
    longitude: 'Longitude',
    about:
      'Only when you press the button, your phone asks whether it may. It is taken to about a hundred metres and put on this page, where you can see, change and clear it.',
    fill: 'Fill in about where I am now',
    filled: 'About where you are is filled in.',
    refused: 'Your phone gave no position. The place in words is enough.',
    clear: 'Clear the position',
  },
  address: {
    province: 'Province',
    city: 'City or prefecture',
    county: 'County or district',
    town: 'Town or subdistrict',
    area: 'Village, community or park',
    detail: 'Street, number, building, room',
  },
  files: {
    attach: 'Attach',
    takeOut: 'Take out',
    more: (count) => `Choose one and press “Attach”. You can attach ${count} more.`,
    full: (count) => `${count} are attached, and no more are taken. To change one, take one out first.`,
    noneChosen: (label) => `${label}: please choose one first, then press “Attach”`,
    tooOften: (label) =>
      `${label}: files were attached too often, and no more are taken; those that are attached stay`,
    evidence:
      'What you attach here is evidence. The original, which tells where and when it was made and with which phone, is sealed apart; whoever handles your case can open it for a reason, and you see each time it is. If you stay anonymous, no original is kept.',
    noPhoto: (label) =>
      `${label}: only photos are taken here (JPEG, PNG, WebP, HEIC); take a photo of a document`,
    noSound: (label) => `${label}: only voice notes are taken here (M4A, MP3, OGG, AMR)`,
  },
  partsOf: (label, parts) => `${label} · ${parts.join('; ')}`,
  notYetKnown: 'Known once the pages before are filled in',
  errors: {
    required: (label: string) => `Please answer: ${label}`,
    required_choice: (label: string) => `Please choose: ${label}`,
    required_file: (label: string) => `Please attach: ${label}`,
    required_consent: () => 'We can only handle this if you tick your agreement',
    required_declaration: (label: string) => `Please read this, and tick it if it is so: ${label}`,
    not_offered: (label: string) => `${label}: please choose from what is offered`,
    not_coordinates: (label) => `${label}: one number each, such as 30.612 and 117.530, or none at all`,
    not_in_china: (label) => `${label}: these numbers do not lie in China; please compare them, or give none`,
    rank_twice: (label, rank) => `${label}: number ${rank} is there more than once; please change it`,
    rank_missing: (label, rank) =>
      `${label}: number ${rank} is missing; please number from 1 on without a gap`,
    several: (label, found, most) =>
      found > most
        ? `${label}: ${found} go by these words, and these are the first ${most}; if none is yours, please write more of it`
        : `${label}: ${found} go by these words; please choose one`,
    not_listed: (label: string) => `${label}: nothing in the list goes by these words; please try others`,
    other_missing: (label: string) => `${label}: you chose “something else”; please say what`,
    not_together: (label: string, option: string) =>
      `${label}: “${option}” cannot be chosen together with others`,
    too_few_chosen: (label: string, least: number, now: number) =>
      `${label}: choose at least ${least}; you chose ${now}`,
    too_many_chosen: (label: string, most: number, now: number) =>
      `${label}: choose ${most} at most; you chose ${now}`,
    not_a_number: (label: string) => `${label}: digits only, please`,
    not_whole: (label: string) => `${label}: a whole number, please`,
    too_small: (label: string, least: string) => `${label}: not less than ${least}`,
    too_big: (label: string, most: string) => `${label}: not more than ${most}`,
    not_a_date: (label: string) => `${label}: give year, month and day; for example 2026, 3 and 8`,
    not_a_month: (label: string) => `${label}: give at least year and month; for example 2026 and 3`,
    not_year_and_month: (label: string) => `${label}: give year and month; for example 2026 and 3`,
    no_such_month: (label: string) => `${label}: there is no such month; please check`,
    no_such_day: (label: string) => `${label}: this day does not exist; please check`,
    in_the_future: (label: string) => `${label}: not later than today`,
    not_a_phone: (label: string) => `${label}: 11 digits of a mobile, or a landline with its area code`,
    not_a_phone_or_short: (label: string) => `${label}: a phone number, such as 0571-88888888 or 12351`,
    not_an_email: (label: string) => `${label}: a whole e-mail address, such as name@example.com`,
    not_a_credit_code: (label: string) =>
      `${label}: please check; it has 18 digits and capital letters, and the last one has to fit`,
    not_a_name: (label: string) => `${label}: a name has letters, not only digits or signs`,
    not_a_resident_id: (label: string, now: number) =>
      `${label}: 18 digits, of which the last may be an X; you typed ${now}`,
    resident_id_mistyped: (label: string) => `${label}: some digit is wrong; please compare it with the card`,
    not_money: (label: string) => `${label}: an amount of money, such as 1234.50`,
    too_fine: (label: string) => `${label}: to the fen at most, with two decimals`,
    not_a_time: (label: string) => `${label}: hour and minute, such as 8:30 or 20:15`,
    twice: (label: string) => `${label}: two different answers arrived; please leave one`,
    too_many_files: (label, most, now) =>
      `${label}: ${most} at most, and there are ${now}; please take some out`,
    full: (label: string) => `${label}: what you chose is full; please choose something else`,
    too_few_entries: (label: string) => `${label}: please tell of one more`,
    which: 'Please choose which employer it is',
  },
}
