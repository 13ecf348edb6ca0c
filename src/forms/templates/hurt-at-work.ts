import type { DefinitionDraft } from '../definition.ts'
import { howToReach, readAboveUnit } from './asked-alike.ts'

/** Injury at work or an occupational disease; the year in which it must be claimed is told where the day is asked. */
export const hurtAtWork: DefinitionDraft = {
  title: { zh: '工伤、职业病求助', en: 'Hurt or ill from work' },
  intro: {
    zh: '干活受了伤，或者因为工作得了病，工会帮您申请工伤、争取待遇。大约 5 分钟，家里人也可以替填。',
    en: 'If work has hurt you or made you ill, the union helps you claim what is due. It takes about 5 minutes; your family can fill it in for you.',
  },
  readers: readAboveUnit,
  use: {
    zh: '用来帮您申请工伤认定、争取待遇。要转给人社部门或单位的，先征得您同意。',
    en: 'To help you with the claim. Nothing goes to the labour authority or your employer before you agree.',
  },
  category: 'injury',
  modes: ['complaint'],
  allowAnonymous: true,
  happenedFrom: 'since',
  layout: 'paged',
  pages: [
    {
      id: 'what',
      title: { zh: '出了什么事', en: 'What happened' },
      fields: [
        {
          type: 'yes_no',
          name: 'danger',
          label: {
            zh: '现在有生命危险，或者急着送医吗？',
            en: 'Is a life in danger, or must somebody get to hospital at once?',
          },
          hint: { zh: '是的话，先打 120，再填表。', en: 'If so, call 120 first, then fill this in.' },
          required: true,
          dangerWhen: ['yes'],
        },
        {
          type: 'choice',
          name: 'hurt_by',
          label: { zh: '是哪种情况？', en: 'What was it?' },
          required: true,
          sensitive: true,
          options: [
            { value: 'accident', label: { zh: '干活时受伤', en: 'An accident at work' } },
            {
              value: 'commute',
              label: { zh: '上下班路上出的事故', en: 'An accident on the way to or from work' },
            },
            { value: 'sudden', label: { zh: '上班时突然发病', en: 'Suddenly taken ill at work' } },
            {
              value: 'disease',
              label: { zh: '工作引起的病，比如尘肺', en: 'An illness from work, such as dust lung' },
            },
          ],
          other: true,
        },
        {
          type: 'choice',
          name: 'by_whom',
          label: { zh: '您是……', en: 'You are…' },
          options: [
            { value: 'self', label: { zh: '受伤或生病的人', en: 'the one who is hurt or ill' } },
            { value: 'family', label: { zh: '家里人', en: 'family' } },
            { value: 'workmate', label: { zh: '工友', en: 'a workmate' } },
          ],
        },
      ],
    },
    {
      id: 'when_hurt',
      title: { zh: '什么时候', en: 'When' },
      fields: [
        {
          type: 'date',
          name: 'since',
          label: { zh: '哪天受的伤，或者哪天确诊的？', en: 'The day of the accident, or of the diagnosis' },
          hint: {
            zh: '从这天起，单位应当在 30 天内申请工伤认定；单位不申请，您、家里人或者工会可以在一年内申请（《工伤保险条例》第十七条）。',
            en: 'From that day the employer has 30 days to file the claim. If it does not, you, your family or the union can, within one year (Regulations on Work-Related Injury Insurance, art. 17).',
          },
          dayOptional: true,
        },
        {
          type: 'choice',
          name: 'claimed',
          label: { zh: '申请工伤认定了吗？', en: 'Has a claim been filed?' },
          options: [
            { value: 'yes', label: { zh: '申请了', en: 'Yes' } },
            { value: 'no', label: { zh: '没有', en: 'No' } },
            { value: 'unknown', label: { zh: '不知道', en: 'I do not know' } },
          ],
        },
      ],
    },
    {
      id: 'late',
      title: { zh: '已经过了一年', en: 'More than a year ago' },
      show: 'is_late',
      fields: [
        {
          type: 'note',
          name: 'still_try',
          label: { zh: '还是请填完', en: 'Please go on all the same' },
          hint: {
            zh: '有些情况耽误的时间不算在内，单位也可能要赔。我们帮您看。',
            en: 'Some delays do not count, and the employer may still have to pay. We look into it with you.',
          },
        },
      ],
    },
    {
      id: 'illness_page',
      title: { zh: '是什么病', en: 'The illness' },
      show: 'is_disease',
      fields: [
        {
          type: 'text',
          name: 'contact_with',
          label: { zh: '工作中接触什么？', en: 'What were you exposed to?' },
          hint: {
            zh: '比如：石粉、电焊、油漆、很大的噪声。',
            en: 'For example stone dust, welding, paint, loud noise.',
          },
          sensitive: true,
        },
        {
          type: 'number',
          name: 'years',
          label: { zh: '干了几年？', en: 'For how many years?' },
          max: 60,
          unit: { zh: '年', en: 'years' },
        },
      ],
    },
    {
      id: 'account',
      title: { zh: '说说经过', en: 'Tell us about it' },
      fields: [
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '怎么发生的，现在怎么样？', en: 'How did it happen, and how is it now?' },
          hint: {
            zh: '伤在哪里、谁看见了、医药费谁出的。',
            en: 'Where it hurts, who saw it, who has paid the doctor.',
          },
          required: true,
          sensitive: true,
        },
      ],
    },
    {
      id: 'papers_page',
      title: { zh: '材料', en: 'Papers' },
      fields: [
        {
          type: 'photo',
          name: 'papers',
          label: { zh: '病历、诊断证明的照片', en: 'Photos of medical papers' },
          hint: { zh: '手边有就拍，没有就跳过。', en: 'If you have them at hand; if not, go on.' },
          sensitive: true,
          most: 6,
          evidence: true,
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '在哪里上班', en: 'Where you work' },
      fields: [
        { type: 'enterprise', name: 'employer', label: { zh: '单位名称', en: 'Name of the employer' } },
        {
          type: 'choice',
          name: 'contract',
          label: { zh: '签过劳动合同吗？', en: 'Is there a written contract?' },
          hint: { zh: '没签也可以申请工伤。', en: 'You can claim without one.' },
          options: [
            { value: 'signed', label: { zh: '签了', en: 'Yes' } },
            { value: 'none', label: { zh: '没签', en: 'No' } },
            { value: 'agency', label: { zh: '和派遣、外包公司签的', en: 'With an agency or a contractor' } },
          ],
        },
      ],
    },
    howToReach,
  ],
  conditions: {
    is_disease: {
      name: { zh: '是工作引起的病', en: 'An illness from work' },
      when: { eq: [{ ref: 'hurt_by' }, 'disease'] },
    },
    is_late: {
      name: { zh: '过了一年，还没申请', en: 'More than a year ago, and not claimed' },
      when: { and: [{ ge: [{ age: 'since' }, 1] }, { not: { eq: [{ ref: 'claimed' }, 'yes'] } }] },
    },
  },
}
