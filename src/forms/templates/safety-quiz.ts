import type { Bilingual } from '../../db/vocabulary.ts'
import type { DefinitionDraft } from '../definition.ts'
import type { Term } from '../logic/expressions.ts'
import { readFromUnitOn } from './asked-alike.ts'

type Page = DefinitionDraft['pages'][number]

/** What each right answer counts; with all of them right it is a hundred. */
const points = 20
const right = { stop: 'leave', heat: 'stops', shock: 'power', injury: 'year', gear: 'employer' }

const asked = (
  name: keyof typeof right,
  label: Bilingual,
  options: [value: string, label: Bilingual][],
): Page['fields'][number] => ({
  type: 'choice',
  name,
  label,
  required: true,
  options: options.map(([value, words]) => ({ value, label: words })),
})

const explained = (name: string, label: Bilingual, hint: Bilingual): Page['fields'][number] => ({
  type: 'note',
  name,
  label,
  hint,
})

const marks: Term[] = Object.entries(right).map(([name, value]) => ({
  if: [{ eq: [{ ref: name }, value] }, points, 0],
}))

/** Five questions on safety at work, with a score, and an explanation for everybody. */
export const safetyQuiz: DefinitionDraft = {
  title: { zh: '安全知识小测', en: 'A short quiz on safety' },
  intro: {
    zh: '5 道题，大约 3 分钟，每题 20 分。答错没关系，最后都有讲解。不排名，不告诉单位。',
    en: 'Five questions of 20 points each, in about 3 minutes. Wrong answers do no harm: each is explained at the end. There is no ranking, and your employer is not told.',
  },
  readers: readFromUnitOn,
  use: {
    zh: '用来看哪些知识大家还不清楚，好安排培训。不作考核。',
    en: 'To see what people do not know yet, and to train for it. Nobody is judged by it.',
  },
  process: 'register',
  category: 'other',
  modes: ['complaint'],
  allowAnonymous: false,
  layout: 'paged',
  pages: [
    {
      id: 'first_page',
      title: { zh: '第 1 到第 3 题', en: 'Questions 1 to 3' },
      fields: [
        asked(
          'stop',
          {
            zh: '1. 机器突然失控，马上要伤到人，您可以……',
            en: '1. A machine runs wild and is about to hurt somebody. You may…',
          },
          [
            ['ask', { zh: '先问班长，班长同意了才走', en: 'ask the foreman, and leave only if he agrees' }],
            ['leave', { zh: '停下活，马上离开', en: 'stop work and leave at once' }],
            ['go_on', { zh: '小心一点，接着干', en: 'go on with more care' }],
          ],
        ),
        asked(
          'heat',
          {
            zh: '2. 预报最高气温 40 度以上，当天的室外露天作业……',
            en: '2. A high of 40 °C or more is forecast. Work in the open that day…',
          },
          [
            ['water', { zh: '多发点水，照常干', en: 'goes on, with more water' }],
            ['stops', { zh: '应当停止', en: 'has to stop' }],
            ['paid', { zh: '给了高温津贴就能干', en: 'goes on if a heat allowance is paid' }],
          ],
        ),
        asked(
          'shock',
          { zh: '3. 工友触电了，第一步是……', en: '3. A workmate gets an electric shock. First of all…' },
          [
            ['pull', { zh: '用手把他拉开', en: 'pull him away by hand' }],
            ['power', { zh: '切断电源', en: 'cut the power' }],
            ['pour', { zh: '往他身上泼水', en: 'pour water on him' }],
          ],
        ),
      ],
    },
    {
      id: 'second_page',
      title: { zh: '第 4、第 5 题', en: 'Questions 4 and 5' },
      fields: [
        asked(
          'injury',
          {
            zh: '4. 单位不申请工伤认定，职工自己多久之内可以申请？',
            en: '4. The employer files no injury claim. How long does the worker have to file it?',
          },
          [
            ['month', { zh: '一个月', en: 'One month' }],
            ['half_year', { zh: '半年', en: 'Half a year' }],
            ['year', { zh: '一年', en: 'One year' }],
          ],
        ),
        asked(
          'gear',
          {
            zh: '5. 安全帽、防尘口罩这些劳保用品，由谁出钱？',
            en: '5. Who pays for helmets, dust masks and the like?',
          },
          [
            ['half', { zh: '单位和职工各出一半', en: 'Employer and worker, half each' }],
            ['worker', { zh: '职工自己', en: 'The worker' }],
            ['employer', { zh: '单位', en: 'The employer' }],
          ],
        ),
      ],
    },
    {
      id: 'result_page',
      title: { zh: '您的得分和讲解', en: 'Your score, explained' },
      fields: [
        {
          type: 'computed',
          name: 'score',
          label: { zh: '得分（满分 100）', en: 'Score, out of 100' },
          value: 'points_in_all',
          unit: { zh: '分', en: 'points' },
        },
        explained(
          'on_stop',
          { zh: '1. 停下活，马上离开', en: '1. Stop work and leave at once' },
          {
            zh: '单位不能因此扣工资、辞退您（《安全生产法》第五十五条）。',
            en: 'Nobody may cut your pay or dismiss you for it (Work Safety Law, art. 55).',
          },
        ),
        explained(
          'on_heat',
          { zh: '2. 应当停止', en: '2. It has to stop' },
          {
            zh: '除了抢险这样的紧急情况，这一天不能安排室外露天干活（《防暑降温措施管理办法》第八条）。',
            en: 'Except in an emergency, nobody may be sent to work in the open that day (Measures for Heatstroke Prevention, art. 8).',
          },
        ),
        explained(
          'on_shock',
          { zh: '3. 切断电源', en: '3. Cut the power' },
          {
            zh: '关不了，用干木棍挑开电线，再打 120。千万别用手拉。',
            en: 'If you cannot, push the wire off with dry wood, then call 120. Never pull him by hand.',
          },
        ),
        explained(
          'on_injury',
          { zh: '4. 一年', en: '4. One year' },
          {
            zh: '从受伤或确诊那天算起，工会也可以替您申请（《工伤保险条例》第十七条）。',
            en: 'From the accident or the diagnosis; the union can file it for you (Regulations on Work-Related Injury Insurance, art. 17).',
          },
        ),
        explained(
          'on_gear',
          { zh: '5. 单位', en: '5. The employer' },
          {
            zh: '单位必须提供合格的劳动防护用品（《安全生产法》第四十五条）。',
            en: 'It must provide protective gear that meets the standard (Work Safety Law, art. 45).',
          },
        ),
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
          hint: { zh: '只用来看哪里需要培训。', en: 'Only to see where training is needed.' },
        },
      ],
    },
  ],
  values: { points_in_all: { name: { zh: '得分', en: 'Score' }, kind: 'number', of: { add: marks } } },
}
