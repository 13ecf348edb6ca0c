import type { DefinitionDraft } from '../definition.ts'
import { consent, nameAndPhone } from '../standard/identity-fields.ts'

/** A claim to the mutual aid for medical costs (职工医疗互助): each stay in hospital, and what was paid of it. */
export const medicalMutualAid: DefinitionDraft = {
  title: { zh: '职工医疗互助申请', en: 'Claim medical mutual aid' },
  intro: {
    zh: '参加了职工医疗互助，住院自己花了钱，可以申请补助。准备好结算单，大约 5 分钟。',
    en: 'If you are in the mutual aid and paid for a stay in hospital, you can claim some of it back. Have the bill at hand; it takes about 5 minutes.',
  },
  readers: {
    zh: '县总工会办职工医疗互助的干部。',
    en: 'The cadres of the federation who handle mutual aid.',
  },
  use: { zh: '用来审核和发放补助。', en: 'To check the claim and pay it.' },
  process: 'register',
  // Not welfare: what tells of illness does not begin at the union of the workplace.
  category: 'hardship',
  modes: ['complaint'],
  allowAnonymous: false,
  layout: 'paged',
  pages: [
    {
      id: 'member_page',
      title: { zh: '先看能不能申请', en: 'Can you claim?' },
      fields: [
        {
          type: 'choice',
          name: 'joined',
          label: {
            zh: '住院的时候，您参加了职工医疗互助吗？',
            en: 'Were you in the mutual aid when you went to hospital?',
          },
          required: true,
          options: [
            { value: 'yes', label: { zh: '参加了', en: 'Yes' } },
            { value: 'unknown', label: { zh: '不清楚', en: 'I do not know' } },
            { value: 'no', label: { zh: '没参加', en: 'No' } },
          ],
        },
      ],
    },
    {
      id: 'not_joined',
      kind: 'exit',
      title: { zh: '这一次不能申请', en: 'This time you cannot claim' },
      show: 'is_not_in',
      fields: [
        {
          type: 'note',
          name: 'other_ways',
          label: { zh: '还有别的办法', en: 'There are other ways' },
          hint: {
            zh: '看病花钱多，可以申请困难帮扶。明年想参加互助，请问您单位的工会，或者打 12351。',
            en: 'If the illness cost you a lot, ask us for help in hardship. To join next year, ask the union at your workplace, or call 12351.',
          },
        },
      ],
    },
    {
      id: 'stays',
      kind: 'repeat',
      title: { zh: '住院', en: 'Your stays in hospital' },
      intro: { zh: '住了几次，就填几格。', en: 'One entry for each stay.' },
      entries: { one: { zh: '住院', en: 'Stay' }, least: 1, most: 5 },
      fields: [
        {
          type: 'text',
          name: 'hospital',
          label: { zh: '哪家医院', en: 'Which hospital' },
          required: true,
          sensitive: true,
        },
        {
          type: 'date',
          name: 'left_on',
          label: { zh: '哪天出院', en: 'When you left' },
          required: true,
          sensitive: true,
        },
        {
          type: 'money',
          name: 'own_share',
          label: { zh: '自己付了多少', en: 'What you paid yourself' },
          hint: { zh: '结算单上“个人支付”的数。', en: 'On the bill: paid by the patient.' },
          required: true,
          sensitive: true,
        },
      ],
    },
    {
      id: 'bills_page',
      title: { zh: '结算单', en: 'The bill' },
      fields: [
        {
          type: 'photo',
          name: 'bills',
          label: { zh: '医保结算单的照片', en: 'Photos of the bill' },
          hint: {
            zh: '盖了章的那一张，拍清楚数字。',
            en: 'The one with the stamp, with its figures readable.',
          },
          required: true,
          sensitive: true,
          most: 6,
          evidence: true,
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '您的单位', en: 'Your employer' },
      fields: [
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '单位名称', en: 'Name of your employer' },
          required: true,
        },
        {
          type: 'declaration',
          name: 'is_true',
          label: {
            zh: '我填的都是真的，每次住院只申请这一回。',
            en: 'What I wrote is true, and I claim for each stay only once.',
          },
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '您的联系方式', en: 'How to reach you' },
      fields: [...nameAndPhone, consent],
    },
  ],
  conditions: {
    is_not_in: { name: { zh: '没参加', en: 'Is not in it' }, when: { eq: [{ ref: 'joined' }, 'no'] } },
  },
}
