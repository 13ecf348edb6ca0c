import type { DefinitionDraft } from '../definition.ts'
import { phoneAtLeast } from './identity-fields.ts'

export const suggestion: DefinitionDraft = {
  title: { zh: '给工会提建议', en: 'Make a suggestion' },
  intro: {
    zh: '想让单位或工会哪里变得更好，写下来。采纳、部分采纳还是不采纳，我们都会答复。',
    en: 'What could be better, at work or in the union? Write it down. Whether it is adopted, partly adopted or not, you get an answer.',
  },
  readers: {
    zh: '您单位的工会、它的上级工会和县总工会里，受理和办理的干部。选了“不经本单位”，您单位的工会就看不到。',
    en: 'The cadres who take and handle cases in the union at your workplace and in the unions above it, up to the county federation. If you keep it from your own unit, the union at your workplace does not see it.',
  },
  use: {
    zh: '用来研究和答复您的建议。公开采纳的建议时，不写您的名字。',
    en: 'To consider and answer your suggestion. When an adopted suggestion is made public, your name is left out.',
  },
  category: 'suggestion',
  modes: ['complaint'],
  allowAnonymous: true,
  pages: [
    {
      id: 'idea',
      title: { zh: '您的建议', en: 'Your suggestion' },
      fields: [
        {
          type: 'choice',
          name: 'about',
          label: { zh: '关于什么？', en: 'What is it about?' },
          required: true,
          options: [
            { value: 'pay', label: { zh: '工资、工时', en: 'Pay and working hours' } },
            { value: 'safety', label: { zh: '安全、劳保', en: 'Safety and protection' } },
            { value: 'living', label: { zh: '食堂、宿舍、通勤', en: 'Canteen, dormitory, commuting' } },
            { value: 'skills', label: { zh: '培训、技能、晋升', en: 'Training, skills, promotion' } },
            { value: 'leisure', label: { zh: '文体活动、疗休养', en: 'Sports, culture, recreation' } },
            { value: 'union', label: { zh: '工会的工作', en: 'The work of the union' } },
          ],
          other: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '现在怎么样，您建议怎么做？', en: 'How is it now, and what do you suggest?' },
          required: true,
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
        },
      ],
    },
    { id: 'contact', title: { zh: '您的联系方式', en: 'How to reach you' }, fields: phoneAtLeast },
  ],
}
