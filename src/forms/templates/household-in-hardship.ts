import type { DefinitionDraft } from '../definition.ts'
import { agreedInPerson, people } from './asked-alike.ts'
import { meansConditions, meansPages, meansValues } from './household-means.ts'

/** The file of a household in hardship (困难职工家庭档案). */
export const householdInHardship: DefinitionDraft = {
  title: { zh: '困难职工家庭档案', en: 'File of a household in hardship' },
  intro: {
    zh: '工会上门了解情况时，和职工一起填，大约 10 分钟。数目先照说的填，之后再核实。',
    en: 'For the union’s visit, filled in together with the worker in about 10 minutes. Sums are taken as told, and checked later.',
  },
  readers: {
    zh: '县总工会困难职工帮扶中心，以及这户所在乡镇（街道）或单位工会的帮扶人员。',
    en: 'The federation’s assistance centre, and those in charge of assistance in the township or union of the household.',
  },
  use: {
    zh: '用来核实困难、决定帮扶。需要公示时隐去姓名中的字，并会事先告诉本人。',
    en: 'To check the hardship and decide on help. If a list must be made public, names are masked, and the worker is told before.',
  },
  process: 'register',
  category: 'hardship',
  filledBy: 'officer',
  modes: ['complaint'],
  allowAnonymous: false,
  layout: 'paged',
  pages: [
    {
      id: 'home',
      title: { zh: '这户人家', en: 'The household' },
      fields: [
        {
          type: 'address',
          name: 'lives_at',
          label: { zh: '住在哪里？', en: 'Where do they live?' },
          required: true,
          sensitive: true,
          parts: ['town', 'area', 'detail'],
          needed: ['town'],
        },
        {
          type: 'number',
          name: 'heads',
          label: { zh: '一起生活的有几口人？', en: 'How many live together?' },
          hint: { zh: '职工本人也算。', en: 'Count the worker too.' },
          required: true,
          min: 1,
          max: 30,
          whole: true,
          unit: people,
        },
      ],
    },
    {
      id: 'family',
      kind: 'repeat',
      title: { zh: '家里人', en: 'The family' },
      show: 'lives_with_others',
      intro: {
        zh: '一个人填一格，职工本人不用填。不写姓名。',
        en: 'One by one, without the worker and without names.',
      },
      entries: { one: { zh: '家里人', en: 'Person' }, least: 1, most: 10 },
      fields: [
        {
          type: 'choice',
          name: 'kin',
          label: { zh: '是职工的……', en: 'The worker’s…' },
          required: true,
          sensitive: true,
          options: [
            { value: 'spouse', label: { zh: '丈夫或妻子', en: 'husband or wife' } },
            { value: 'child', label: { zh: '子女', en: 'child' } },
            { value: 'parent', label: { zh: '父母', en: 'parent' } },
            { value: 'relative', label: { zh: '别的亲属', en: 'another relative' } },
          ],
        },
        {
          type: 'number',
          name: 'years_old',
          label: { zh: '多大年纪', en: 'Age' },
          sensitive: true,
          max: 120,
          whole: true,
          unit: { zh: '岁', en: 'years' },
        },
        {
          type: 'choices',
          name: 'state',
          label: { zh: '有这些情况吗？', en: 'Any of these?' },
          sensitive: true,
          options: [
            { value: 'works', label: { zh: '在工作', en: 'At work' } },
            { value: 'school', label: { zh: '在上学', en: 'At school' } },
            { value: 'ill', label: { zh: '长期生病', en: 'Ill for a long time' } },
            { value: 'disabled', label: { zh: '有残疾', en: 'Disabled' } },
          ],
        },
      ],
    },
    ...meansPages,
    {
      id: 'wish_page',
      title: { zh: '需要什么', en: 'What is needed' },
      fields: [
        {
          type: 'choices',
          name: 'wishes',
          label: { zh: '最需要哪种帮助？', en: 'Which help is needed most?' },
          sensitive: true,
          most: 3,
          options: [
            { value: 'living', label: { zh: '生活补助', en: 'Money to live on' } },
            { value: 'medical', label: { zh: '看病', en: 'Medical costs' } },
            { value: 'school', label: { zh: '孩子上学', en: 'Schooling' } },
            { value: 'work', label: { zh: '找工作、学技术', en: 'Work or training' } },
            { value: 'legal', label: { zh: '法律帮助', en: 'Legal help' } },
          ],
          other: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '还有什么情况？', en: 'Anything else?' },
          sensitive: true,
          maxLength: 1500,
        },
        {
          type: 'declaration',
          name: 'is_true',
          label: { zh: '本人说：以上情况都是真的。', en: 'The worker says that all of this is true.' },
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '职工的单位', en: 'The worker’s employer' },
      fields: [
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '单位名称', en: 'Name of the employer' },
          hint: { zh: '没有工作就空着。', en: 'Leave it empty if there is none.' },
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '职工本人', en: 'The worker' },
      fields: [
        {
          type: 'name',
          name: 'worker_name',
          label: { zh: '职工的姓名', en: 'Name of the worker' },
          required: true,
          identity: true,
        },
        {
          type: 'phone',
          name: 'worker_phone',
          label: { zh: '职工的手机或电话', en: 'The worker’s phone number' },
          required: true,
          identity: true,
        },
        agreedInPerson,
      ],
    },
  ],
  conditions: {
    lives_with_others: {
      name: { zh: '还有家里人', en: 'Lives with others' },
      when: { gt: [{ ref: 'heads' }, 1] },
    },
    ...meansConditions,
  },
  values: meansValues,
}
