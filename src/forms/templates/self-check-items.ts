import type { Bilingual } from '../../db/vocabulary.ts'

/** How far each is done, and what that counts. */
export const degrees = [
  { value: 'done', label: { zh: '做到了', en: 'Done' }, points: 10 },
  { value: 'partly', label: { zh: '做到一部分', en: 'Done in part' }, points: 5 },
  { value: 'not_yet', label: { zh: '还没做到', en: 'Not done yet' }, points: 0 },
]

export interface Part {
  id: string
  title: Bilingual
  items: [name: string, label: Bilingual][]
}

/** What is looked at, page by page. */
export const parts: Part[] = [
  {
    id: 'contracts',
    title: { zh: '合同和工资', en: 'Contracts and pay' },
    items: [
      [
        'signed',
        {
          zh: '每个人都签了书面劳动合同，自己手里也有一份',
          en: 'Everybody has a written contract, and a copy of it',
        },
      ],
      ['paid', { zh: '工资按月足额发，有工资条', en: 'Wages are paid in full each month, with a pay slip' }],
      ['insured', { zh: '给每个人都交了社会保险', en: 'Social insurance is paid for everybody' }],
    ],
  },
  {
    id: 'time_and_safety',
    title: { zh: '工时和安全', en: 'Hours and safety' },
    items: [
      ['hours', { zh: '加班和职工商量，并付加班费', en: 'Overtime is agreed and paid' }],
      ['leave', { zh: '年休假、产假等都能休到', en: 'Annual and maternity leave can really be taken' }],
      [
        'gear',
        {
          zh: '发劳保用品，做安全培训和职业健康检查',
          en: 'There is protective gear, safety training and health checks',
        },
      ],
      [
        'women',
        {
          zh: '有防性骚扰的制度，照顾孕期、哺乳期女职工',
          en: 'There are rules against harassment, and care for pregnant and nursing women',
        },
      ],
    ],
  },
  {
    id: 'having_a_say',
    title: { zh: '有事好商量', en: 'Having a say' },
    items: [
      ['congress', { zh: '每年开职工代表大会或职工大会', en: 'A workers’ congress meets every year' }],
      [
        'bargained',
        {
          zh: '签了集体合同，协商过工资',
          en: 'There is a collective contract, and wages were bargained for',
        },
      ],
      [
        'disputes',
        { zh: '有劳动争议调解组织，职工知道找谁', en: 'There is mediation, and workers know whom to ask' },
      ],
    ],
  },
]
