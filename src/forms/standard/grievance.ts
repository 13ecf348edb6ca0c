import type { DefinitionDraft } from '../definition.ts'
import { consent, phoneAtLeast } from './identity-fields.ts'

export const grievance: DefinitionDraft = {
  title: { zh: '向工会反映问题', en: 'Tell the union about a problem' },
  intro: {
    zh: '工资、加班、社保、工伤、辞退……遇到难处，写在这里。大约 3 分钟，可以不留姓名。',
    en: 'Pay, overtime, insurance, injury, dismissal: whatever it is, write it here. It takes about 3 minutes, and you need not give your name.',
  },
  readers: {
    zh: '乡镇、街道、园区或行业工会和县总工会里，受理和办理诉求的干部。只有休息休假、福利、民主管理和别的小事，可能先到您单位的工会；选了“不经本单位”或者举报，就不会。企业的管理人员看不到您写的原文。',
    en: 'The cadres who take and handle cases in the township, street, park or industry union and in the county federation. Only leave, benefits, openness and small matters may come to the union at your workplace first, and not if you keep it from your own unit or send a report. Your managers do not see what you write.',
  },
  use: {
    zh: '只用来办理这件事，以及不含个人信息的统计。',
    en: 'Only to handle your case, and for counts that name nobody.',
  },
  category: { from: 'matter' },
  modes: ['complaint', 'report'],
  allowAnonymous: true,
  workersFrom: 'people',
  concernsFrom: 'concerns',
  happenedFrom: 'since',
  pages: [
    {
      id: 'what_happened',
      title: { zh: '发生了什么', en: 'What happened' },
      fields: [
        {
          type: 'yes_no',
          name: 'danger',
          label: { zh: '现在有人会受伤害吗？', en: 'Is anybody at risk of harm right now?' },
          hint: {
            zh: '比如会出事故、被打、想不开。选“是”，我们会在 2 小时内联系；请先拨打上面的电话。',
            en: 'An accident, violence, thoughts of ending one’s life. If yes, we respond within 2 hours; please call a number above first.',
          },
          required: true,
          dangerWhen: ['yes'],
        },
        {
          type: 'choice',
          name: 'matter',
          label: { zh: '是哪方面的事？', en: 'What is it about?' },
          hint: {
            zh: '选最接近的一项，选错了也没关系。',
            en: 'Choose the closest one. A wrong choice does no harm.',
          },
          required: true,
          options: [
            { value: 'wages', label: { zh: '工资没发、少发、拖欠', en: 'Wages unpaid, short or late' } },
            {
              value: 'hours',
              label: { zh: '加班太多，或没有加班费', en: 'Too much overtime, or overtime unpaid' },
            },
            { value: 'leave', label: { zh: '不让休息、休假', en: 'Rest days or leave refused' } },
            {
              value: 'insurance',
              label: { zh: '社保没交或少交', en: 'Social insurance not paid, or too little' },
            },
            { value: 'contract', label: { zh: '没签合同，或被辞退', en: 'No contract, or dismissed' } },
            { value: 'injury', label: { zh: '工伤、职业病', en: 'Work injury or occupational disease' } },
            { value: 'safety', label: { zh: '干活不安全', en: 'Unsafe work' } },
            {
              value: 'women',
              label: { zh: '怀孕、产假、哺乳等', en: 'Pregnancy, maternity leave, nursing' },
            },
            { value: 'harassment', label: { zh: '性骚扰', en: 'Sexual harassment' } },
            {
              value: 'platform',
              label: { zh: '外卖、快递、网约车等平台', en: 'Delivery, ride-hailing and other platform work' },
            },
            {
              value: 'mental',
              label: { zh: '心里难受，想找人说说', en: 'I feel bad and want to talk to somebody' },
            },
            { value: 'welfare', label: { zh: '食堂、宿舍、福利', en: 'Canteen, dormitory, benefits' } },
            {
              value: 'democratic',
              label: {
                zh: '职代会、厂务公开、集体合同',
                en: 'Workers’ congress, openness, collective contract',
              },
            },
            { value: 'legal', label: { zh: '想问法律问题', en: 'A legal question' } },
            { value: 'conduct', label: { zh: '工会或工会干部的问题', en: 'The union or a union cadre' } },
          ],
          other: true,
        },
        {
          type: 'choice',
          name: 'concerns',
          label: { zh: '是工会或干部的问题：是哪里的？', en: 'If it is about the union or a cadre: which?' },
          hint: {
            zh: '这件事会交到他们的上面，他们看不到。别的事不用选；说不准也不用选。',
            en: 'It goes above them, and they do not see it. Leave this open for anything else, or if you are not sure.',
          },
          options: [
            { value: 'unit', label: { zh: '我单位的工会', en: 'The union at my workplace' } },
            {
              value: 'township',
              label: {
                zh: '乡镇、街道、园区或行业工会',
                en: 'The township, street, park or industry union',
              },
            },
            {
              value: 'federation',
              label: { zh: '县总工会', en: 'The county federation' },
              hint: {
                zh: '由县总工会专门指定的人办。我们会告诉您怎样找市总工会。',
                en: 'People of the federation who are named for this handle it. We tell you how to reach the city federation.',
              },
            },
            { value: 'employer', label: { zh: '单位的管理人员', en: 'Managers of my employer' } },
          ],
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '说说是怎么回事', en: 'Tell us what happened' },
          hint: {
            zh: '用自己的话写：什么时候、在哪里、欠多少、找过谁。',
            en: 'In your own words: when, where, how much, whom you have asked already.',
          },
          required: true,
          sensitive: true,
        },
        {
          type: 'date',
          name: 'since',
          label: { zh: '什么时候开始的？', en: 'When did it begin?' },
          hint: {
            zh: '记不清哪一天，填年、月就行。',
            en: 'If you do not remember the day, year and month will do.',
          },
          dayOptional: true,
        },
        {
          type: 'number',
          name: 'people',
          label: { zh: '大约有多少人遇到同样的事？', en: 'About how many people does it concern?' },
          hint: { zh: '只有您自己，就填 1。', en: 'If it is only you, write 1.' },
          min: 1,
          max: 100000,
          unit: { zh: '人', en: 'people' },
          whole: true,
        },
        {
          type: 'text',
          name: 'wish',
          label: { zh: '您希望怎么解决？', en: 'What would put it right?' },
          maxLength: 300,
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
          hint: { zh: '写您平时叫的名字就行，不用写全称。', en: 'The name you use every day will do.' },
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '您的联系方式', en: 'How to reach you' },
      fields: [...phoneAtLeast, consent],
    },
  ],
}
