import type { DefinitionDraft } from '../definition.ts'
import { consent, nameAndPhone } from './identity-fields.ts'

export const hardship: DefinitionDraft = {
  title: { zh: '申请困难帮扶', en: 'Ask for help in hardship' },
  intro: {
    zh: '家里遇到难处，工会可以帮。先填这几个问题，工会会上门或打电话了解，不用现在交材料。',
    en: 'When your family is in trouble, the union can help. Answer these few questions first; the union then calls or visits you. No papers are needed now.',
  },
  readers: {
    zh: '县总工会困难职工帮扶中心，以及您所在乡镇（街道）或单位工会的帮扶人员。',
    en: 'The federation’s assistance centre, and the people in charge of assistance in your township or union.',
  },
  use: {
    zh: '用来核实情况、决定怎么帮。需要公示时隐去姓名中的字，并会事先告诉您。',
    en: 'To check your situation and decide on help. If a list must be made public, names are masked, and you are told before.',
  },
  category: 'hardship',
  modes: ['complaint'],
  allowAnonymous: false,
  pages: [
    {
      id: 'trouble',
      title: { zh: '遇到的难处', en: 'What has happened' },
      fields: [
        {
          type: 'yes_no',
          name: 'urgent',
          label: { zh: '是否有人正等钱救命？', en: 'Is money needed now to save a life?' },
          hint: { zh: '选“是”，我们会在 2 小时内联系您。', en: 'If yes, we contact you within 2 hours.' },
          required: true,
          sensitive: true,
          dangerWhen: ['yes'],
        },
        {
          type: 'choices',
          name: 'causes',
          label: { zh: '主要因为什么？', en: 'What is the main cause?' },
          hint: { zh: '可以选几项。', en: 'You can choose several.' },
          required: true,
          sensitive: true,
          options: [
            { value: 'illness', label: { zh: '本人或家人生病', en: 'Illness of yourself or your family' } },
            { value: 'injury', label: { zh: '工伤、职业病', en: 'Work injury or occupational disease' } },
            { value: 'school', label: { zh: '子女上学', en: 'Children’s schooling' } },
            { value: 'jobless', label: { zh: '没了工作、停工', en: 'Job lost or work stopped' } },
            {
              value: 'accident',
              label: { zh: '火灾、车祸等意外', en: 'Fire, traffic accident or the like' },
            },
            { value: 'disability', label: { zh: '家里有残疾人', en: 'Disability in the family' } },
            { value: 'income', label: { zh: '收入低，不够生活', en: 'Income too low to live on' } },
          ],
          other: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '还想说的情况', en: 'Anything else we should know' },
          sensitive: true,
          maxLength: 1500,
        },
      ],
    },
    {
      id: 'household',
      title: { zh: '家里的情况', en: 'Your household' },
      intro: { zh: '记不准可以估一下，之后再核实。', en: 'A guess is fine; it is checked later.' },
      fields: [
        {
          type: 'number',
          name: 'members',
          label: { zh: '一起生活的有几口人？', en: 'How many people live together?' },
          required: true,
          min: 1,
          max: 30,
          unit: { zh: '人', en: 'people' },
          whole: true,
        },
        {
          type: 'number',
          name: 'income',
          label: { zh: '全家过去一年的收入', en: 'Income of the whole household in the last year' },
          hint: { zh: '到手的钱，全家加起来。', en: 'Money in hand, everybody together.' },
          required: true,
          sensitive: true,
          unit: { zh: '元', en: 'yuan' },
        },
        {
          type: 'number',
          name: 'spending',
          label: { zh: '过去一年非花不可的大钱', en: 'Large sums you had to spend in the last year' },
          hint: {
            zh: '看病自付的、学费等。没有就填 0。',
            en: 'Medical costs you paid yourself, school fees. If none, write 0.',
          },
          required: true,
          sensitive: true,
          unit: { zh: '元', en: 'yuan' },
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
          hint: { zh: '没有工作可以不填。', en: 'Leave it empty if you have no job.' },
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '您的联系方式', en: 'How to reach you' },
      fields: [...nameAndPhone, consent],
    },
  ],
}
