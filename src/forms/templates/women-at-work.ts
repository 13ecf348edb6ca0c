import type { DefinitionDraft } from '../definition.ts'
import { howToReach, readAboveUnit } from './asked-alike.ts'

/** What women are owed at work; of each matter its rule is told, and only then what happened is asked. */
export const womenAtWork: DefinitionDraft = {
  title: { zh: '女职工权益', en: 'Women’s rights at work' },
  intro: {
    zh: '怀孕、产假、哺乳、经期里受了委屈，或者因为是女职工吃了亏，告诉我们。大约 3 分钟，可以不留姓名。',
    en: 'If you were wronged over pregnancy, maternity leave, nursing or periods, or treated worse for being a woman, tell us. It takes about 3 minutes, and you need not give your name.',
  },
  readers: readAboveUnit,
  use: {
    zh: '由女职工委员会的干部办理。除了不含个人信息的统计，不作别的用。',
    en: 'The women’s committee handles it. Nothing else is done with it, beside counts that name nobody.',
  },
  category: 'women',
  modes: ['complaint', 'report'],
  allowAnonymous: true,
  happenedFrom: 'since',
  layout: 'paged',
  pages: [
    {
      id: 'what',
      title: { zh: '是什么事', en: 'What it is about' },
      fields: [
        {
          type: 'choice',
          name: 'about',
          label: { zh: '是哪方面的？', en: 'Which of these?' },
          required: true,
          sensitive: true,
          options: [
            { value: 'pregnant', label: { zh: '怀孕', en: 'Pregnancy' } },
            { value: 'birth', label: { zh: '产假、生育津贴', en: 'Maternity leave and pay' } },
            { value: 'nursing', label: { zh: '哺乳', en: 'Nursing a baby' } },
            { value: 'period', label: { zh: '经期', en: 'Periods' } },
            {
              value: 'unequal',
              label: {
                zh: '招工、工资、升职不如男职工',
                en: 'Treated worse than men in hiring, pay or promotion',
              },
            },
          ],
          other: true,
        },
        {
          type: 'choices',
          name: 'done',
          label: { zh: '单位做了什么？', en: 'What did the employer do?' },
          hint: { zh: '可以选几项。', en: 'You can choose several.' },
          sensitive: true,
          options: [
            {
              value: 'dismissed',
              label: { zh: '辞退，或逼我自己走', en: 'Dismissed me, or pushed me to leave' },
            },
            { value: 'pay_cut', label: { zh: '降工资、扣奖金', en: 'Cut my pay or bonus' } },
            { value: 'moved', label: { zh: '调到更累、更差的岗位', en: 'Moved me to harder or worse work' } },
            { value: 'no_leave', label: { zh: '不给假、不给时间', en: 'Refused leave or time' } },
            {
              value: 'heavy',
              label: { zh: '安排重活、夜班、加班', en: 'Gave me heavy work, nights or overtime' },
            },
          ],
          other: true,
        },
      ],
    },
    {
      id: 'rule_pregnant',
      title: { zh: '怀孕时的规定', en: 'The rules in pregnancy' },
      show: 'is_pregnant',
      fields: [
        {
          type: 'note',
          name: 'pregnant_rule',
          label: { zh: '不能因为怀孕降工资、辞退', en: 'Pregnancy is no ground for less pay or dismissal' },
          hint: {
            zh: '怀孕 7 个月以上，不能安排加班和夜班；上班时间去产检，算上班（《女职工劳动保护特别规定》第五条、第六条）。',
            en: 'From seven months on there is no overtime and no night shift, and check-ups in working hours count as work (Special Rules on Labour Protection of Female Employees, arts. 5 and 6).',
          },
        },
        {
          type: 'number',
          name: 'month_of_pregnancy',
          label: { zh: '现在怀孕几个月？', en: 'How many months pregnant are you?' },
          sensitive: true,
          min: 1,
          max: 10,
          whole: true,
          unit: { zh: '个月', en: 'months' },
        },
      ],
    },
    {
      id: 'rule_birth',
      title: { zh: '产假的规定', en: 'The rules on maternity leave' },
      show: 'is_birth',
      fields: [
        {
          type: 'note',
          name: 'birth_rule',
          label: { zh: '产假至少 98 天', en: 'Maternity leave is 98 days at least' },
          hint: {
            zh: '难产加 15 天；多胞胎，每多一个加 15 天。流产的也有产假：怀孕不满 4 个月休 15 天，满 4 个月休 42 天（《女职工劳动保护特别规定》第七条）。各省还有增加，我们告诉您。',
            en: 'Fifteen more after a difficult birth, and for each further child. After a miscarriage there is leave too: 15 days, or 42 from four months on (Special Rules on Labour Protection of Female Employees, art. 7). Provinces add to it; we tell you how much.',
          },
        },
      ],
    },
    {
      id: 'rule_nursing',
      title: { zh: '哺乳期的规定', en: 'The rules on nursing' },
      show: 'is_nursing',
      fields: [
        {
          type: 'note',
          name: 'nursing_rule',
          label: {
            zh: '孩子不到 1 岁，每天有 1 小时哺乳时间',
            en: 'Until the child is one, you have an hour a day',
          },
          hint: {
            zh: '多胞胎，每多一个每天加 1 小时。这段时间不能安排加班和夜班（《女职工劳动保护特别规定》第九条）。',
            en: 'One hour more for each further child. Until then there is no overtime and no night shift (Special Rules on Labour Protection of Female Employees, art. 9).',
          },
        },
      ],
    },
    {
      id: 'account',
      title: { zh: '说说经过', en: 'Tell us about it' },
      fields: [
        {
          type: 'date',
          name: 'since',
          label: { zh: '什么时候开始的？', en: 'When did it begin?' },
          hint: { zh: '填年、月就行。', en: 'Year and month will do.' },
          dayOptional: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '发生了什么，您想怎么解决？', en: 'What happened, and what would put it right?' },
          required: true,
          sensitive: true,
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '您的单位', en: 'Your employer' },
      fields: [
        { type: 'enterprise', name: 'employer', label: { zh: '单位名称', en: 'Name of your employer' } },
      ],
    },
    howToReach,
  ],
  conditions: {
    is_pregnant: { name: { zh: '怀孕', en: 'Pregnancy' }, when: { eq: [{ ref: 'about' }, 'pregnant'] } },
    is_birth: { name: { zh: '产假', en: 'Maternity leave' }, when: { eq: [{ ref: 'about' }, 'birth'] } },
    is_nursing: { name: { zh: '哺乳', en: 'Nursing' }, when: { eq: [{ ref: 'about' }, 'nursing'] } },
  },
}
