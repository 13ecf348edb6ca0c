import type { DefinitionDraft } from '../definition.ts'
import { howToReach } from './asked-alike.ts'

/** Psychological help: the helpline comes before any question. */
export const needToTalk: DefinitionDraft = {
  title: { zh: '想找人说说心里话', en: 'I would like to talk to somebody' },
  intro: {
    zh: '压力大、睡不着、心里堵，都可以来。工会请专业的人听您说，不花钱，可以不留姓名。',
    en: 'Under pressure, sleepless, heavy at heart: come to us. Trained people listen to you, free of charge, and you need not give your name.',
  },
  readers: {
    zh: '只有县总工会为心理服务专门指定的人。您的单位、同事和别的干部都看不到。',
    en: 'Only the people whom the county federation has named for this. Your employer, your colleagues and other cadres do not see it.',
  },
  use: { zh: '只用来安排人和您谈。', en: 'Only to find somebody to talk with you.' },
  category: 'mental',
  modes: ['complaint'],
  allowAnonymous: true,
  layout: 'paged',
  pages: [
    {
      id: 'now_page',
      title: { zh: '现在怎么样', en: 'How it is now' },
      fields: [
        {
          type: 'scale',
          name: 'lately',
          label: { zh: '最近两个星期，心里怎么样？', en: 'How have the last two weeks been?' },
          sensitive: true,
          steps: [
            { zh: '很难熬', en: 'Very hard' },
            { zh: '不太好', en: 'Not good' },
            { zh: '时好时坏', en: 'Up and down' },
            { zh: '还可以', en: 'All right' },
            { zh: '挺好', en: 'Good' },
          ],
        },
        {
          type: 'yes_no',
          name: 'danger',
          label: { zh: '最近有没有想过伤害自己？', en: 'Have you thought lately of harming yourself?' },
          hint: {
            zh: '有的话，现在就打 12356，电话那头有人听您说。',
            en: 'If so, please call 12356 now. Somebody is there to listen.',
          },
          required: true,
          sensitive: true,
          dangerWhen: ['yes'],
        },
      ],
    },
    {
      id: 'about_page',
      title: { zh: '想聊什么', en: 'What is on your mind' },
      intro: { zh: '这一页都可以不填。', en: 'You may leave all of this page empty.' },
      fields: [
        {
          type: 'choices',
          name: 'about',
          label: { zh: '和什么有关？', en: 'What does it have to do with?' },
          hint: { zh: '可以选几项。', en: 'You can choose several.' },
          sensitive: true,
          options: [
            { value: 'work', label: { zh: '工作太累、压力大', en: 'Too much work or pressure' } },
            { value: 'people', label: { zh: '和领导、同事处不好', en: 'Trouble with bosses or colleagues' } },
            { value: 'family', label: { zh: '家里、孩子', en: 'Family or children' } },
            { value: 'love', label: { zh: '感情', en: 'Love' } },
            { value: 'money', label: { zh: '钱', en: 'Money' } },
            { value: 'body', label: { zh: '睡不好、身体不舒服', en: 'Sleep or health' } },
          ],
          other: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '想先说几句吗？', en: 'Would you like to say something first?' },
          sensitive: true,
          maxLength: 1500,
        },
      ],
    },
    {
      id: 'how_page',
      title: { zh: '怎样谈', en: 'How to talk' },
      fields: [
        {
          type: 'choice',
          name: 'how',
          label: { zh: '您想怎样谈？', en: 'How would you like to talk?' },
          required: true,
          options: [
            { value: 'messages', label: { zh: '在这里留言聊', en: 'In writing, here' } },
            { value: 'phone', label: { zh: '打电话', en: 'By phone' } },
            { value: 'meeting', label: { zh: '见面', en: 'Face to face' } },
          ],
        },
      ],
    },
    {
      id: 'time_page',
      title: { zh: '什么时间', en: 'When' },
      show: 'needs_time',
      intro: {
        zh: '后面要留一个电话，我们才能约您。',
        en: 'Please leave a phone number at the end, so that we can arrange it.',
      },
      fields: [
        {
          type: 'choices',
          name: 'hours',
          label: { zh: '哪些时间方便？', en: 'Which times suit you?' },
          required: true,
          options: [
            { value: 'day', label: { zh: '平日白天', en: 'Weekdays, in the day' } },
            { value: 'evening', label: { zh: '平日晚上', en: 'Weekdays, in the evening' } },
            { value: 'weekend', label: { zh: '周末', en: 'Weekends' } },
          ],
        },
      ],
    },
    howToReach,
  ],
  conditions: {
    needs_time: {
      name: { zh: '要约时间', en: 'A time is needed' },
      when: { ne: [{ ref: 'how' }, 'messages'] },
    },
  },
}
