import type { DefinitionDraft } from '../../src/forms/definition.ts'

const text = (zh: string, en: string) => ({ zh, en })

/** A form by which people sign up for one of two courses; of the morning there may be a number. */
export const trainingOf = (
  ofMorning?: number,
  layout: 'together' | 'paged' = 'together',
): DefinitionDraft => ({
  title: text('电工培训', 'A course for electricians'),
  intro: text('免费学，名额有限。', 'It is free, and places are few.'),
  readers: text('办培训的干部', 'The cadres who run it'),
  use: text('只用来安排培训', 'Only to arrange the course'),
  process: 'register',
  category: 'suggestion',
  modes: ['complaint'],
  allowAnonymous: true,
  layout,
  pages: [
    {
      id: 'course',
      title: text('选一期', 'Choose one'),
      fields: [
        {
          type: 'choice',
          name: 'session',
          label: text('哪一期？', 'Which one?'),
          required: true,
          options: [
            {
              value: 'morning',
              label: text('上午班', 'Mornings'),
              ...(ofMorning === undefined ? {} : { quota: ofMorning }),
            },
            { value: 'evening', label: text('晚上班', 'Evenings') },
          ],
        },
      ],
    },
    {
      id: 'more',
      title: text('还有什么要说', 'Anything else'),
      fields: [{ type: 'long_text', name: 'wish', label: text('想学什么', 'What you want to learn') }],
    },
  ],
})
