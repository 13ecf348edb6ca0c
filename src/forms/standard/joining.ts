import type { DefinitionDraft } from '../definition.ts'
import { nameAndPhone } from './identity-fields.ts'

export const joining: DefinitionDraft = {
  title: { zh: '加入工会', en: 'Join a union' },
  intro: {
    zh: '靠工资生活的人都有权加入和组织工会，送外卖、跑网约车的也一样。填好后，工会会联系您。',
    en: 'Everybody who lives on wages has the right to join and to organise a union, riders and drivers of platforms too. Fill this in, and the union will contact you.',
  },
  readers: {
    zh: '县总工会的组织工作人员，以及您要加入的那家工会。',
    en: 'The federation’s organisation department, and the union you wish to join.',
  },
  use: {
    zh: '用来办理入会、转会或建会。在您同意之前，不会告诉您的单位。',
    en: 'To admit you, move your membership or found a union. Your employer is not told before you agree.',
  },
  category: 'organising',
  modes: ['complaint'],
  allowAnonymous: false,
  workersFrom: 'people',
  pages: [
    {
      id: 'wanted',
      title: { zh: '您想办什么', en: 'What you want' },
      fields: [
        {
          type: 'choice',
          name: 'wish',
          label: { zh: '您想……', en: 'I want to…' },
          required: true,
          options: [
            { value: 'join', label: { zh: '加入工会', en: 'join a union' } },
            {
              value: 'found',
              label: { zh: '单位还没有工会，想建一个', en: 'found one, because my employer has none' },
            },
            { value: 'move', label: { zh: '换了工作，转会员关系', en: 'move my membership to my new job' } },
          ],
          other: true,
        },
        {
          type: 'choice',
          name: 'work',
          label: { zh: '您怎样工作？', en: 'How do you work?' },
          required: true,
          options: [
            { value: 'employee', label: { zh: '单位直接聘用', en: 'Employed directly' } },
            { value: 'agency', label: { zh: '劳务派遣、外包', en: 'Through an agency or contractor' } },
            {
              value: 'platform',
              label: { zh: '外卖、快递、货运、网约车', en: 'Delivery, freight, ride-hailing' },
            },
            { value: 'flexible', label: { zh: '零工、灵活就业', en: 'Odd jobs, freelance' } },
          ],
        },
        {
          type: 'number',
          name: 'people',
          label: { zh: '大约有多少人想一起加入？', en: 'About how many people want to join together?' },
          hint: {
            zh: '只有您自己，就填 1。会员满 25 人的，应当建立工会委员会（《工会法》第十一条）。',
            en: 'If it is only you, write 1. With 25 members or more a union committee must be formed (Trade Union Law, art. 11).',
          },
          min: 1,
          max: 100000,
          unit: { zh: '人', en: 'people' },
          whole: true,
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
          label: { zh: '单位、站点或平台的名称', en: 'Name of the employer, station or platform' },
          required: true,
        },
      ],
    },
    { id: 'contact', title: { zh: '您的联系方式', en: 'How to reach you' }, fields: nameAndPhone },
  ],
}
