import type { DefinitionDraft } from '../definition.ts'
import { phoneAtLeast } from '../standard/identity-fields.ts'
import { readFromUnitOn } from './asked-alike.ts'

/** What workers want to be bargained for, before the collective contract is drafted. */
export const bargainingWishes: DefinitionDraft = {
  title: { zh: '集体协商，您想谈什么', en: 'What shall we bargain for?' },
  intro: {
    zh: '工会要代表大家和单位协商工资、工时这些事。您最在意什么，告诉我们，大约 3 分钟，可以不留姓名。',
    en: 'The union is going to bargain with the employer for all of you. Tell us what matters most. It takes about 3 minutes, and you need not give your name.',
  },
  readers: readFromUnitOn,
  use: {
    zh: '用来准备协商。跟单位谈的时候只说多少人想要什么，不说是谁。',
    en: 'To prepare the bargaining. The employer is told how many want what, never who.',
  },
  process: 'register',
  category: 'democratic',
  modes: ['complaint'],
  allowAnonymous: true,
  layout: 'paged',
  pages: [
    {
      id: 'weights_page',
      title: { zh: '哪些要谈', en: 'What to bargain for' },
      fields: [
        {
          type: 'matrix',
          name: 'weights',
          label: { zh: '今年该不该谈？', en: 'Should it be bargained for this year?' },
          rows: [
            { value: 'pay', label: { zh: '涨工资', en: 'Higher pay' } },
            { value: 'overtime', label: { zh: '加班和加班费', en: 'Overtime, and what it pays' } },
            { value: 'leave', label: { zh: '休息、休假', en: 'Rest and leave' } },
            { value: 'safety', label: { zh: '安全、高温、体检', en: 'Safety, heat, health checks' } },
            { value: 'living', label: { zh: '食堂、宿舍、班车', en: 'Canteen, dormitory, bus' } },
            { value: 'training', label: { zh: '培训和晋升', en: 'Training and promotion' } },
          ],
          options: [
            { value: 'must', label: { zh: '一定要谈', en: 'Yes, above all' } },
            { value: 'may', label: { zh: '能谈最好', en: 'If possible' } },
            { value: 'no', label: { zh: '不用', en: 'No' } },
          ],
        },
      ],
    },
    {
      id: 'own_words',
      title: { zh: '用您的话说', en: 'In your own words' },
      fields: [
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '您最想改变什么？', en: 'What would you most like to change?' },
          hint: {
            zh: '越具体越好，比如涨多少、怎么排班。集体合同的草案要交职代会或全体职工讨论通过（《劳动合同法》第五十一条）。',
            en: 'Be as exact as you can: how much more, which shifts. The draft of the contract must be passed by the workers’ congress or by all workers (Labour Contract Law, art. 51).',
          },
          maxLength: 1500,
        },
        {
          type: 'yes_no',
          name: 'takes_part',
          label: { zh: '愿意当协商代表吗？', en: 'Would you bargain for the others?' },
          hint: { zh: '愿意的话，后面请留个电话。', en: 'If so, please leave a phone number at the end.' },
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
      ],
    },
    { id: 'contact', title: { zh: '您的联系方式', en: 'How to reach you' }, fields: phoneAtLeast },
  ],
}
