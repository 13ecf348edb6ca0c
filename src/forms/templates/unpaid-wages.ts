import type { DefinitionDraft } from '../definition.ts'
import { howToReach, people, readAboveUnit, usedForCase } from './asked-alike.ts'

/** Wages owed to one or to many, month by month. */
export const unpaidWages: DefinitionDraft = {
  title: { zh: '工资被拖欠', en: 'My wages were not paid' },
  intro: {
    zh: '工资没发、少发、一直拖着，写在这里。一个人、一群人都行，大约 5 分钟，可以不留姓名。',
    en: 'Wages not paid, paid short or always late: write it here, for yourself or for a whole group. It takes about 5 minutes, and you need not give your name.',
  },
  readers: readAboveUnit,
  use: usedForCase,
  category: 'wages',
  modes: ['complaint', 'report'],
  allowAnonymous: true,
  workersFrom: 'people',
  layout: 'paged',
  pages: [
    {
      id: 'whose',
      title: { zh: '欠了谁的', en: 'Who is owed' },
      fields: [
        {
          type: 'number',
          name: 'people',
          label: { zh: '大约欠了多少人的工资？', en: 'About how many people are owed wages?' },
          hint: { zh: '只有您自己，就填 1。', en: 'If it is only you, write 1.' },
          required: true,
          min: 1,
          max: 100000,
          whole: true,
          unit: people,
        },
        {
          type: 'yes_no',
          name: 'still_there',
          label: { zh: '您现在还在那里上班吗？', en: 'Do you still work there?' },
          required: true,
        },
      ],
    },
    {
      id: 'group',
      title: { zh: '一起被欠的人', en: 'All of you together' },
      show: 'are_several',
      fields: [
        {
          type: 'money',
          name: 'owed_in_all',
          label: { zh: '所有人加起来，大约欠多少？', en: 'About how much is owed to all of you?' },
          hint: { zh: '说不准就空着。', en: 'Leave it empty if you cannot say.' },
        },
        {
          type: 'note',
          name: 'no_names',
          label: { zh: '请不要写工友的姓名和电话', en: 'Please do not write the names or numbers of others' },
          hint: {
            zh: '他们愿意的话，可以自己再填一份。十个人以上的欠薪，我们会加急。',
            en: 'They can each send this form themselves. Where ten or more are owed, we treat it as urgent.',
          },
        },
      ],
    },
    {
      id: 'left',
      title: { zh: '离开的时间', en: 'When you left' },
      show: 'has_left',
      fields: [
        {
          type: 'date',
          name: 'left_on',
          label: { zh: '什么时候不在那里干的？', en: 'When did you stop working there?' },
          hint: {
            zh: '记不清哪一天，填年、月就行。离开以后要申请劳动仲裁的，一年内提出（《劳动争议调解仲裁法》第二十七条）。',
            en: 'Year and month will do. After leaving you have one year to ask for labour arbitration (Labour Dispute Mediation and Arbitration Law, art. 27).',
          },
          dayOptional: true,
        },
      ],
    },
    {
      id: 'months',
      kind: 'repeat',
      title: { zh: '欠您哪几个月', en: 'Which months you are owed' },
      intro: {
        zh: '只写您自己的，一个月填一格。记不准，写个大概。',
        en: 'Only your own, month by month. A guess is fine.',
      },
      entries: { one: { zh: '欠薪的月份', en: 'Month' }, least: 1, most: 10 },
      fields: [
        { type: 'month', name: 'month', label: { zh: '哪个月', en: 'Which month' }, required: true },
        {
          type: 'money',
          name: 'amount',
          label: { zh: '欠您多少', en: 'How much you are owed' },
          required: true,
        },
      ],
    },
    {
      id: 'account',
      title: { zh: '是怎么回事', en: 'What happened' },
      fields: [
        {
          type: 'choice',
          name: 'said',
          label: { zh: '单位怎么说？', en: 'What does the employer say?' },
          options: [
            { value: 'later', label: { zh: '说过些时候再发', en: 'That it will pay later' } },
            { value: 'no_money', label: { zh: '说没有钱', en: 'That there is no money' } },
            { value: 'disputes', label: { zh: '说不欠，或者数目不对', en: 'That it owes nothing, or less' } },
            { value: 'gone', label: { zh: '找不到人了', en: 'Nobody can be found' } },
            { value: 'not_asked', label: { zh: '还没问过', en: 'I have not asked' } },
          ],
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '说说经过', en: 'Tell us about it' },
          hint: {
            zh: '谁叫您去干的、工资怎么算、找谁要过。',
            en: 'Who hired you, how pay was agreed, whom you have asked.',
          },
          required: true,
          sensitive: true,
        },
      ],
    },
    {
      id: 'proof_page',
      title: { zh: '凭据', en: 'Proof' },
      fields: [
        {
          type: 'photo',
          name: 'proof',
          label: { zh: '有凭据就拍一张', en: 'Photos of any proof you have' },
          hint: {
            zh: '工资条、考勤、欠条、聊天记录、转账都行。没有也能办。',
            en: 'Pay slips, time sheets, an IOU, chats, transfers. We also help without any.',
          },
          most: 6,
          evidence: true,
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '在哪里干活', en: 'Where you worked' },
      fields: [
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '单位、包工队或老板的名字', en: 'The employer, the crew or the boss' },
          hint: { zh: '写您平时叫的名字就行。', en: 'The name you use every day will do.' },
        },
        {
          type: 'text',
          name: 'worksite',
          label: { zh: '工地或车间的名字', en: 'The building site or workshop' },
        },
      ],
    },
    howToReach,
  ],
  conditions: {
    are_several: { name: { zh: '不止一个人', en: 'Several people' }, when: { gt: [{ ref: 'people' }, 1] } },
    has_left: { name: { zh: '已经离开', en: 'Has left' }, when: { eq: [{ ref: 'still_there' }, false] } },
  },
}
