import type { DefinitionDraft } from '../definition.ts'
import { nameAndPhone } from '../standard/identity-fields.ts'
import { readFromUnitOn } from './asked-alike.ts'

/** Sign-up for a course; the courses and days are examples, for the union to write its own. */
export const courseSignUp: DefinitionDraft = {
  title: { zh: '培训班报名', en: 'Sign up for a course' },
  intro: {
    zh: '工会办的培训班，职工免费参加。选一门课、一个时间，大约 2 分钟。',
    en: 'The union’s courses are free for workers. Choose one and a time; it takes about 2 minutes.',
  },
  readers: readFromUnitOn,
  use: {
    zh: '用来安排座位、通知上课。培训结束后，不再用来联系您。',
    en: 'To keep a seat for you and tell you about the class. Afterwards nobody calls you about it.',
  },
  process: 'register',
  category: 'welfare',
  modes: ['complaint'],
  allowAnonymous: false,
  layout: 'paged',
  pages: [
    {
      id: 'course_page',
      title: { zh: '选课', en: 'The course' },
      fields: [
        {
          type: 'choice',
          name: 'course',
          label: { zh: '想学什么？', en: 'What would you like to learn?' },
          required: true,
          options: [
            { value: 'electric', label: { zh: '低压电工', en: 'Electrical work' } },
            { value: 'welding', label: { zh: '焊工', en: 'Welding' } },
            { value: 'computer', label: { zh: '办公软件', en: 'Office software' } },
            { value: 'care', label: { zh: '育婴、养老护理', en: 'Care of babies and the elderly' } },
          ],
        },
        {
          type: 'choice',
          name: 'session',
          label: { zh: '什么时间上课？', en: 'When can you come?' },
          required: true,
          options: [
            {
              value: 'evenings',
              label: { zh: '周二、周四晚上 7 点到 9 点', en: 'Tuesdays and Thursdays, 7 to 9 p.m.' },
            },
            { value: 'saturdays', label: { zh: '周六上午 9 点到 12 点', en: 'Saturdays, 9 to noon' } },
            { value: 'sundays', label: { zh: '周日下午 2 点到 5 点', en: 'Sundays, 2 to 5 p.m.' } },
          ],
        },
        {
          type: 'choice',
          name: 'level',
          label: { zh: '以前学过吗？', en: 'Have you learned it before?' },
          options: [
            { value: 'new', label: { zh: '没学过', en: 'No' } },
            { value: 'some', label: { zh: '会一点', en: 'A little' } },
            {
              value: 'certified',
              label: { zh: '有证书，想再提高', en: 'I have a certificate and want to learn more' },
            },
          ],
        },
      ],
    },
    {
      id: 'coming_page',
      title: { zh: '来上课', en: 'Coming to class' },
      fields: [
        {
          type: 'choices',
          name: 'needs',
          label: { zh: '需要我们准备什么？', en: 'What should we prepare for you?' },
          hint: { zh: '没有就不用选。', en: 'Choose none if you need nothing.' },
          options: [
            { value: 'large_print', label: { zh: '大字讲义', en: 'Large print' } },
            { value: 'step_free', label: { zh: '不用爬楼的教室', en: 'A room that needs no stairs' } },
            { value: 'children', label: { zh: '有人帮着看孩子', en: 'Somebody to look after a child' } },
            { value: 'letter', label: { zh: '给单位的请假函', en: 'A letter to ask for time off' } },
          ],
          other: true,
        },
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '您的单位', en: 'Your employer' },
          hint: { zh: '没有单位也可以报名。', en: 'You can come without one.' },
        },
      ],
    },
    { id: 'contact', title: { zh: '您的联系方式', en: 'How to reach you' }, fields: nameAndPhone },
  ],
}
