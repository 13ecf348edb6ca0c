import type { DefinitionDraft } from '../definition.ts'
import { howToReach, people, readAboveUnit, usedForCase } from './asked-alike.ts'

/** Platform work: who really stands behind the orders is asked, and else only what the matter calls for. */
export const ridersAndDrivers: DefinitionDraft = {
  title: { zh: '骑手、司机、快递员求助', en: 'Help for riders and drivers' },
  intro: {
    zh: '送外卖、送快递、跑网约车、跑货运，遇到难处写在这里。没签合同也可以，大约 3 分钟。',
    en: 'Food or parcels, passengers or freight: whatever went wrong, write it here. No contract is needed. It takes about 3 minutes.',
  },
  readers: readAboveUnit,
  use: usedForCase,
  category: 'platform',
  modes: ['complaint', 'report'],
  allowAnonymous: true,
  happenedFrom: 'since',
  workersFrom: 'people',
  layout: 'paged',
  pages: [
    {
      id: 'work_page',
      title: { zh: '您做什么', en: 'Your work' },
      fields: [
        {
          type: 'choice',
          name: 'work',
          label: { zh: '您跑的是哪一种？', en: 'What do you do?' },
          required: true,
          options: [
            { value: 'food', label: { zh: '外卖', en: 'Deliver food' } },
            { value: 'parcels', label: { zh: '快递', en: 'Deliver parcels' } },
            { value: 'passengers', label: { zh: '网约车、代驾', en: 'Drive people, or for car owners' } },
            { value: 'freight', label: { zh: '货运', en: 'Carry freight' } },
          ],
          other: true,
        },
        {
          type: 'choice',
          name: 'under',
          label: { zh: '谁管您、谁给您结钱？', en: 'Who directs and pays you?' },
          options: [
            { value: 'station', label: { zh: '站点、加盟商', en: 'A station or a franchise' } },
            {
              value: 'platform',
              label: { zh: '直接是平台（众包）', en: 'The platform itself (crowdsourced)' },
            },
            { value: 'agency', label: { zh: '劳务、外包公司', en: 'An agency or a contractor' } },
            { value: 'unknown', label: { zh: '说不清', en: 'I cannot tell' } },
          ],
        },
      ],
    },
    {
      id: 'matter_page',
      title: { zh: '遇到什么事', en: 'What is wrong' },
      fields: [
        {
          type: 'yes_no',
          name: 'danger',
          label: { zh: '现在有人受伤或有危险吗？', en: 'Is anybody hurt or in danger now?' },
          hint: { zh: '有的话，先打 120、122。', en: 'If so, call 120 or 122 first.' },
          required: true,
          dangerWhen: ['yes'],
        },
        {
          type: 'choice',
          name: 'matter',
          label: { zh: '主要是哪件事？', en: 'What is it mainly about?' },
          required: true,
          options: [
            { value: 'pay', label: { zh: '少结钱、拖着不结', en: 'Paid short or late' } },
            { value: 'fines', label: { zh: '罚款、扣钱、差评', en: 'Fines, deductions, bad ratings' } },
            { value: 'account', label: { zh: '封号、不派单', en: 'Account blocked, or no orders' } },
            { value: 'accident', label: { zh: '路上出了事故', en: 'An accident on the road' } },
            { value: 'rules', label: { zh: '时间太紧、路线不合理', en: 'Too little time, bad routes' } },
            { value: 'quit', label: { zh: '押金不退、不让走', en: 'Deposit kept, or not allowed to leave' } },
          ],
          other: true,
        },
      ],
    },
    {
      id: 'money_page',
      title: { zh: '多少钱', en: 'How much' },
      show: 'is_money',
      fields: [
        {
          type: 'money',
          name: 'amount',
          label: { zh: '一共少给、扣了多少？', en: 'How much is missing in all?' },
        },
      ],
    },
    {
      id: 'accident_page',
      title: { zh: '事故', en: 'The accident' },
      show: 'is_accident',
      fields: [
        {
          type: 'yes_no',
          name: 'on_order',
          label: { zh: '当时正在送单或接单吗？', en: 'Were you on an order then?' },
        },
        {
          type: 'choice',
          name: 'insured',
          label: { zh: '有保险吗？', en: 'Are you insured?' },
          hint: {
            zh: '平台可能给您交了，我们帮您查。',
            en: 'The platform may pay for it; we find out for you.',
          },
          sensitive: true,
          options: [
            {
              value: 'injury',
              label: { zh: '有职业伤害保障或工伤保险', en: 'Cover against injury at work' },
            },
            { value: 'private', label: { zh: '只有意外险', en: 'Private accident insurance only' } },
            { value: 'none', label: { zh: '没有，或不知道', en: 'None, or I do not know' } },
          ],
        },
      ],
    },
    {
      id: 'account_page',
      title: { zh: '说说经过', en: 'Tell us about it' },
      fields: [
        {
          type: 'date',
          name: 'since',
          label: { zh: '什么时候的事？', en: 'When was it?' },
          hint: { zh: '填年、月就行。', en: 'Year and month will do.' },
          dayOptional: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '是怎么回事？', en: 'What happened?' },
          hint: { zh: '也写写平台或站长怎么说的。', en: 'And what the platform or station said.' },
          required: true,
          sensitive: true,
        },
        {
          type: 'number',
          name: 'people',
          label: { zh: '大约有多少人遇到同样的事？', en: 'About how many people does it concern?' },
          hint: { zh: '只有您自己，就填 1。', en: 'If it is only you, write 1.' },
          min: 1,
          max: 100000,
          whole: true,
          unit: people,
        },
      ],
    },
    {
      id: 'proof_page',
      title: { zh: '截图', en: 'Screenshots' },
      fields: [
        {
          type: 'photo',
          name: 'proof',
          label: { zh: '订单、扣款、通知，有就传', en: 'Orders, deductions, notices, if you have any' },
          most: 6,
          evidence: true,
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '平台和站点', en: 'Platform and station' },
      fields: [
        { type: 'text', name: 'app', label: { zh: '用哪个平台接单？', en: 'Which app gives you orders?' } },
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '站点或公司的名字', en: 'Name of the station or company' },
          hint: { zh: '不知道就空着。', en: 'Leave it empty if you do not know.' },
        },
      ],
    },
    howToReach,
  ],
  conditions: {
    is_money: {
      name: { zh: '和钱有关', en: 'Money is missing' },
      when: {
        or: [
          { eq: [{ ref: 'matter' }, 'pay'] },
          { eq: [{ ref: 'matter' }, 'fines'] },
          { eq: [{ ref: 'matter' }, 'quit'] },
        ],
      },
    },
    is_accident: {
      name: { zh: '出了事故', en: 'An accident' },
      when: { eq: [{ ref: 'matter' }, 'accident'] },
    },
  },
}
