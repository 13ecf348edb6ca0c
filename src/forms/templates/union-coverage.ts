import type { Bilingual } from '../../db/vocabulary.ts'
import type { DefinitionDraft } from '../definition.ts'
import type { Term } from '../logic/expressions.ts'
import { people, whichEmployer } from './asked-alike.ts'

const atMost = (most: string, one: string, text: Bilingual) => {
  const terms: [Term, Term] = [{ ref: one }, { ref: most }]
  return { id: `${one}_fit`, holds: { le: terms }, text }
}
const notAboveStaff = { zh: '不能比职工总数多', en: 'not more than work there in all' }

/** How far an employer is organised: staff, members, and what follows from their number. */
export const unionCoverage: DefinitionDraft = {
  title: { zh: '建会入会摸底', en: 'Is there a union, and who has joined?' },
  intro: {
    zh: '了解一家单位有没有工会、多少人入了会。由工会干部或单位的联系人填，大约 3 分钟。',
    en: 'Whether an employer has a union, and how many have joined. For cadres or the employer’s contact; it takes about 3 minutes.',
  },
  readers: {
    zh: '县总工会的组织工作人员，以及管这一片的乡镇、街道、园区工会。',
    en: 'The federation’s organisation department, and the township, street or park union of the place.',
  },
  use: {
    zh: '用来帮助单位建会、职工入会，以及统计全县的覆盖情况。',
    en: 'To help found unions and admit members, and to count how far the county is covered.',
  },
  process: 'register',
  category: 'organising',
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
          type: 'credit_code',
          name: 'code_of_employer',
          label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
          hint: {
            zh: '18 位，营业执照上有。不知道就空着。',
            en: 'The 18 characters on the business licence, if you know them.',
          },
        },
      ],
    },
    {
      id: 'staff_page',
      title: { zh: '多少人', en: 'How many people' },
      intro: { zh: '写今天的大概人数。', en: 'About how many there are today.' },
      fields: [
        {
          type: 'number',
          name: 'staff',
          label: { zh: '一共多少职工？', en: 'How many work there?' },
          hint: { zh: '派遣、外包来的也算。', en: 'Count those from agencies and contractors too.' },
          required: true,
          min: 1,
          max: 1_000_000,
          whole: true,
          unit: people,
        },
        {
          type: 'number',
          name: 'women',
          label: { zh: '其中女职工多少人？', en: 'How many of them are women?' },
          max: 1_000_000,
          whole: true,
          unit: people,
          checks: [atMost('staff', 'women', notAboveStaff)],
        },
        {
          type: 'number',
          name: 'members',
          label: { zh: '其中多少人已经入会？', en: 'How many are members of a union?' },
          hint: { zh: '没有就填 0。', en: 'If none, write 0.' },
          required: true,
          max: 1_000_000,
          whole: true,
          unit: people,
          checks: [atMost('staff', 'members', notAboveStaff)],
        },
        {
          type: 'yes_no',
          name: 'has_union',
          label: { zh: '单位有工会吗？', en: 'Is there a union?' },
          required: true,
        },
      ],
    },
    {
      id: 'found_page',
      title: { zh: '建会', en: 'Founding a union' },
      show: 'has_none',
      fields: [
        {
          type: 'number',
          name: 'willing',
          label: { zh: '大约多少人愿意入会？', en: 'About how many would join?' },
          hint: {
            zh: '会员满 25 人的，应当建立基层工会委员会；不满 25 人的，可以单独建，也可以和别的单位联合建（《工会法》第十一条）。',
            en: 'With 25 members or more a union committee must be formed; with fewer, alone or together with other employers (Trade Union Law, art. 11).',
          },
          whole: true,
          unit: people,
          checks: [
            atMost('not_members', 'willing', {
              zh: '不能比还没入会的人多',
              en: 'not more than are no members yet',
            }),
          ],
        },
        {
          type: 'choices',
          name: 'obstacles',
          label: { zh: '还没建，是因为什么？', en: 'What has stood in the way?' },
          hint: { zh: '可以选几项。', en: 'You can choose several.' },
          options: [
            { value: 'unknown', label: { zh: '不知道怎么建', en: 'Nobody knew how' } },
            { value: 'few', label: { zh: '人少、流动大', en: 'Few people, who come and go' } },
            { value: 'employer', label: { zh: '单位有顾虑', en: 'The employer has doubts' } },
            { value: 'workers', label: { zh: '职工觉得没用', en: 'Workers see no use in it' } },
          ],
          other: true,
        },
      ],
    },
    {
      id: 'union_page',
      title: { zh: '工会的情况', en: 'The union' },
      show: 'has_one',
      fields: [
        {
          type: 'choices',
          name: 'has',
          label: { zh: '有这些吗？', en: 'Does it have…' },
          hint: { zh: '有的都选上。', en: 'Choose all that it has.' },
          options: [
            { value: 'congress', label: { zh: '每年开职代会', en: 'a workers’ congress every year' } },
            { value: 'contract', label: { zh: '签了集体合同', en: 'a collective contract' } },
            { value: 'wages', label: { zh: '协商过工资', en: 'wages that were bargained for' } },
            { value: 'women', label: { zh: '女职工委员会', en: 'a women’s committee' } },
            { value: 'none', label: { zh: '都没有', en: 'none of these' }, exclusive: true },
          ],
        },
      ],
    },
    {
      id: 'result_page',
      title: { zh: '算出来的', en: 'The result' },
      fields: [
        {
          type: 'computed',
          name: 'missing',
          label: { zh: '还没入会的', en: 'Not members yet' },
          value: 'not_members',
          unit: people,
        },
      ],
    },
    {
      id: 'contact',
      title: { zh: '联系人', en: 'Whom to reach' },
      fields: [
        {
          type: 'name',
          name: 'contact_name',
          label: { zh: '单位联系人的姓名', en: 'Name of a contact there' },
          identity: true,
        },
        {
          type: 'phone',
          name: 'contact_phone',
          label: { zh: '联系人的电话', en: 'Phone number of the contact' },
          identity: true,
        },
      ],
    },
  ],
  conditions: {
    has_one: { name: { zh: '有工会', en: 'There is a union' }, when: { eq: [{ ref: 'has_union' }, true] } },
    has_none: {
      name: { zh: '没有工会', en: 'There is no union' },
      when: { eq: [{ ref: 'has_union' }, false] },
    },
  },
  values: {
    not_members: {
      name: { zh: '未入会人数', en: 'Not members' },
      kind: 'number',
      of: { sub: [{ ref: 'staff' }, { ref: 'members' }] },
    },
  },
}
