import type { DefinitionDraft } from '../definition.ts'
import { agreedInPerson } from './asked-alike.ts'

/** A visit to a member in need (走访慰问), filled in by whoever went: who, when, why, how much, and the receipt. */
export const visitRecord: DefinitionDraft = {
  title: { zh: '走访慰问记录', en: 'Record of a visit' },
  intro: {
    zh: '工会干部走访慰问以后填，大约 3 分钟。当着本人的面填最好。',
    en: 'For cadres after they have visited a member, best filled in with the member. It takes about 3 minutes.',
  },
  readers: {
    zh: '县总工会困难职工帮扶中心和管经费的干部。',
    en: 'The federation’s assistance centre, and the cadres in charge of its funds.',
  },
  use: {
    zh: '用来记录慰问、核对经费。公布时只写次数和金额，不写姓名。',
    en: 'To keep account of visits and money. What is published gives numbers and sums, and no names.',
  },
  process: 'register',
  category: 'hardship',
  filledBy: 'officer',
  modes: ['complaint'],
  allowAnonymous: false,
  happenedFrom: 'visited_on',
  layout: 'paged',
  pages: [
    {
      id: 'visit_page',
      title: { zh: '走访', en: 'The visit' },
      fields: [
        {
          type: 'date',
          name: 'visited_on',
          label: { zh: '哪天去的？', en: 'When was the visit?' },
          required: true,
        },
        {
          type: 'choice',
          name: 'reason',
          label: { zh: '为什么慰问？', en: 'Why was it made?' },
          required: true,
          sensitive: true,
          options: [
            { value: 'ill', label: { zh: '本人生病住院', en: 'The member is ill or in hospital' } },
            { value: 'family', label: { zh: '家人生病或去世', en: 'Illness or death in the family' } },
            { value: 'accident', label: { zh: '工伤、火灾等意外', en: 'Injury, fire or another accident' } },
            { value: 'poor', label: { zh: '家庭困难', en: 'The household is in hardship' } },
            { value: 'birth', label: { zh: '生育、结婚、退休', en: 'A birth, a wedding, a retirement' } },
            {
              value: 'season',
              label: { zh: '节日，或高温、严寒岗位', en: 'A festival, or work in heat or frost' },
            },
          ],
          other: true,
        },
        {
          type: 'text',
          name: 'visitors',
          label: { zh: '谁去的？', en: 'Who went?' },
          hint: { zh: '写姓名和职务，至少两个人。', en: 'Names and posts, two people at least.' },
          required: true,
        },
      ],
    },
    {
      id: 'given_page',
      title: { zh: '送了什么', en: 'What was given' },
      fields: [
        {
          type: 'money',
          name: 'amount',
          label: { zh: '慰问金', en: 'Money' },
          hint: { zh: '没有给钱，就填 0。', en: 'If none, write 0.' },
          required: true,
          max: 5_000_000,
        },
        {
          type: 'text',
          name: 'goods',
          label: { zh: '慰问品', en: 'Goods' },
          hint: { zh: '比如：米、油各一份。', en: 'For example rice and oil.' },
        },
      ],
    },
    {
      id: 'receipt_page',
      title: { zh: '签收单', en: 'The signed slip' },
      show: 'gave_money',
      fields: [
        {
          type: 'photo',
          name: 'signed',
          label: { zh: '本人签收单的照片', en: 'A photo of the slip that the member signed' },
          hint: {
            zh: '只拍签收单，不拍人，不拍家里。',
            en: 'The slip alone: no faces, and nothing of the home.',
          },
          required: true,
          most: 2,
          evidence: true,
        },
      ],
    },
    {
      id: 'found_page',
      title: { zh: '看到的情况', en: 'What you found' },
      fields: [
        {
          type: 'long_text',
          name: 'found',
          label: { zh: '本人最需要什么？', en: 'What does the member need most?' },
          hint: {
            zh: '工会还能做什么，也写在这里。',
            en: 'Say also what more the union can do.',
          },
          sensitive: true,
          maxLength: 1000,
        },
        { type: 'yes_no', name: 'again', label: { zh: '需要再去一次吗？', en: 'Should somebody go again?' } },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '本人的单位', en: 'The member’s employer' },
      fields: [
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '单位名称', en: 'Name of the employer' },
          hint: { zh: '没有单位就空着。', en: 'Leave it empty if there is none.' },
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '慰问了谁', en: 'Who was visited' },
      fields: [
        {
          type: 'name',
          name: 'member_name',
          label: { zh: '被慰问职工的姓名', en: 'Name of the member' },
          required: true,
          identity: true,
        },
        {
          type: 'phone',
          name: 'member_phone',
          label: { zh: '本人的电话', en: 'The member’s phone number' },
          identity: true,
        },
        {
          type: 'signature',
          name: 'handed_by',
          label: { zh: '经手人签名', en: 'Signature of the one who handed it over' },
          statement: {
            zh: '上面的钱和东西，都交到了本人手里。',
            en: 'All of it was put into the member’s own hands.',
          },
          required: true,
        },
        {
          type: 'signature',
          name: 'seen_by',
          label: { zh: '同去的人签名', en: 'Signature of the one who came along' },
          statement: { zh: '我在场，情况属实。', en: 'I was there, and it is true.' },
          required: true,
        },
        agreedInPerson,
      ],
    },
  ],
  conditions: {
    gave_money: { name: { zh: '给了钱', en: 'Money was given' }, when: { gt: [{ ref: 'amount' }, 0] } },
  },
}
