/** What a worker of the demo federation sends from a grievance form, without the token of its page. */
export const filingBody = new URLSearchParams({
  danger: 'no',
  matter: 'hours',
  story: '连续三周每天加班到晚上十点，没有调休，也没有加班费。找班长说过两次，说是厂里的规定。',
  'since-year': '2026',
  'since-month': '9',
  people: '6',
  wish: '按规定安排休息，补发加班费。',
  mode: 'complaint',
  named: 'no',
  agreed: 'yes',
  step: 'send',
}).toString()
