import type { Bilingual } from '../../db/vocabulary.ts'
import type { DefinitionDraft } from '../definition.ts'
import type { Condition, Term } from '../logic/expressions.ts'
import { people, readByUnions, whichEmployer } from './asked-alike.ts'
import { degrees, type Part, parts } from './self-check-items.ts'

type Page = DefinitionDraft['pages'][number]

const pointsFor = (name: string): Term => {
  const [full, half] = degrees
  const is = (value = ''): Condition => ({ eq: [{ ref: name }, value] })
  return { if: [is(full?.value), full?.points ?? 0, { if: [is(half?.value), half?.points ?? 0, 0] }] }
}

const asked = ({ id, title, items }: Part): Page => ({
  id,
  title,
  fields: items.map(([name, label]) => ({
    type: 'choice',
    name,
    label,
    required: true,
    list: 'degrees',
    options: degrees.map(({ value, label: words }) => ({ value, label: words })),
  })),
})

const verdict = (id: string, show: string, title: Bilingual, label: Bilingual, hint: Bilingual): Page => ({
  id,
  title,
  show,
  fields: [{ type: 'note', name: `${id}_note`, label, hint }],
})

/** The scored self-check of a harmonious enterprise (和谐劳动关系): a hundred points, and where to begin. */
export const enterpriseSelfCheck: DefinitionDraft = {
  title: { zh: '和谐劳动关系企业自查', en: 'Self-check: a good place to work' },
  intro: {
    zh: '10 项，每项 10 分，大约 5 分钟。由单位的工会和管理人员一起填，照实填才有用。',
    en: 'Ten items, ten points each, in about 5 minutes. The union and the managers fill it in together; it helps only if it is true.',
  },
  readers: readByUnions,
  use: {
    zh: '用来帮单位找差距。不用来处罚，也不对外公布单家的分数。',
    en: 'To find out where help is needed. It is no ground for penalties, and no single score is published.',
  },
  process: 'register',
  category: 'democratic',
  filledBy: 'officer',
  modes: ['complaint'],
  allowAnonymous: false,
  layout: 'paged',
  pages: [
    {
      id: 'employer_page',
      title: { zh: '哪家单位', en: 'Which employer' },
      fields: [
        whichEmployer,
        {
          type: 'number',
          name: 'staff',
          label: { zh: '一共多少职工？', en: 'How many work there?' },
          required: true,
          min: 1,
          max: 1_000_000,
          whole: true,
          unit: people,
        },
      ],
    },
    ...parts.map(asked),
    {
      id: 'score_page',
      title: { zh: '得分', en: 'The score' },
      fields: [
        {
          type: 'computed',
          name: 'score',
          label: { zh: '总分（满分 100）', en: 'Score, out of 100' },
          value: 'points_in_all',
          unit: { zh: '分', en: 'points' },
        },
        {
          type: 'long_text',
          name: 'plan',
          label: { zh: '没做到的，打算什么时候补上？', en: 'What is not done yet: by when will it be?' },
          hint: { zh: '需要工会帮什么，也写在这里。', en: 'Say also what the union can help with.' },
          maxLength: 1000,
        },
      ],
    },
    verdict(
      'well',
      'is_well',
      { zh: '做得不错', en: 'Well done' },
      { zh: '80 分以上', en: '80 points or more' },
      {
        zh: '可以申报和谐劳动关系企业，工会会联系您。',
        en: 'You can apply to be named a harmonious enterprise. The union will contact you.',
      },
    ),
    verdict(
      'to_do',
      'has_to_do',
      { zh: '还有差距', en: 'There is something to do' },
      { zh: '不到 80 分', en: 'Less than 80 points' },
      {
        zh: '工会会上门看看，和您一起补。先把合同、工资、社保和安全这几项做好。',
        en: 'The union will come and help. Begin with contracts, wages, insurance and safety.',
      },
    ),
    {
      id: 'contact',
      title: { zh: '联系人', en: 'Whom to reach' },
      fields: [
        {
          type: 'name',
          name: 'contact_name',
          label: { zh: '填表人的姓名', en: 'Your name' },
          required: true,
          identity: true,
        },
        {
          type: 'phone',
          name: 'contact_phone',
          label: { zh: '填表人的电话', en: 'Your phone number' },
          required: true,
          identity: true,
        },
      ],
    },
  ],
  conditions: {
    is_well: {
      name: { zh: '80 分以上', en: '80 points or more' },
      when: { ge: [{ ref: 'points_in_all' }, 80] },
    },
    has_to_do: {
      name: { zh: '不到 80 分', en: 'Less than 80' },
      when: { lt: [{ ref: 'points_in_all' }, 80] },
    },
  },
  values: {
    ...Object.fromEntries(
      parts.map(({ id, title, items }) => [
        `points_of_${id}`,
        { name: title, kind: 'number' as const, of: { add: items.map(([name]) => pointsFor(name)) } },
      ]),
    ),
    points_in_all: {
      name: { zh: '总分', en: 'Score' },
      kind: 'number',
      of: { add: parts.map(({ id }) => ({ ref: `points_of_${id}` })) },
    },
  },
}
