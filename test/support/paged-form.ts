import type { DefinitionDraft } from '../../src/forms/definition.ts'

const text = (zh: string, en: string) => ({ zh, en })

/** A form of several pages: one by a condition, one that asks the same of each of several, one where it ends. */
export const unpaid: DefinitionDraft = {
  title: text('被欠的工资', 'Wages that are owed'),
  intro: text('说说欠了什么。', 'Tell us what is owed.'),
  readers: text('办理的干部', 'The cadres who handle it'),
  use: text('只用来办理', 'Only to handle it'),
  category: 'wages',
  modes: ['complaint'],
  allowAnonymous: true,
  layout: 'paged',
  pages: [
    {
      id: 'what',
      title: text('欠什么', 'What is owed'),
      fields: [
        {
          type: 'choice',
          name: 'owed',
          label: text('欠的是什么？', 'What is it?'),
          required: true,
          options: [
            { value: 'wages', label: text('工资', 'Wages') },
            { value: 'deposit', label: text('押金', 'A deposit') },
            { value: 'loan', label: text('借款', 'A private loan') },
          ],
        },
        {
          type: 'yes_no',
          name: 'danger',
          label: text('有人会受伤害吗？', 'Is anybody in danger?'),
          dangerWhen: ['yes'],
        },
      ],
    },
    {
      id: 'elsewhere',
      kind: 'exit',
      title: text('这件事工会办不了', 'The union cannot handle this'),
      show: 'is_loan',
      fields: [{ type: 'note', name: 'court', label: text('请找法院。', 'Please go to the court.') }],
    },
    {
      id: 'months',
      kind: 'repeat',
      title: text('欠了哪些月', 'Which months'),
      show: 'is_wages',
      entries: { one: text('欠薪', 'Month'), least: 1, most: 3 },
      fields: [
        { type: 'month', name: 'month', label: text('哪个月', 'Which month'), required: true },
        { type: 'money', name: 'amount', label: text('欠多少', 'How much'), required: true },
      ],
    },
    {
      id: 'story_page',
      title: text('经过', 'What happened'),
      fields: [
        {
          type: 'long_text',
          name: 'story',
          label: text('说说经过', 'Tell us'),
          required: true,
          sensitive: true,
        },
        {
          type: 'phone',
          name: 'worker_phone',
          label: text('您的电话', 'Your phone'),
          required: true,
          identity: true,
        },
        { type: 'consent', name: 'agreed', label: text('我同意', 'I agree'), required: true },
      ],
    },
  ],
  conditions: {
    is_wages: { name: text('欠的是工资', 'Wages are owed'), when: { eq: [{ ref: 'owed' }, 'wages'] } },
    is_loan: { name: text('是借款', 'It is a loan'), when: { eq: [{ ref: 'owed' }, 'loan'] } },
  },
}

/** The same with one question more on its first page. */
export function withDue(required: boolean, form = unpaid): DefinitionDraft {
  const [what, ...others] = form.pages
  if (!what) return form
  const due = { type: 'date' as const, name: 'due', label: text('该哪天付？', 'When was it due?'), required }
  return { ...form, pages: [{ ...what, fields: [...what.fields, due] }, ...others] }
}
