import type { Field } from '../../src/forms/fields.ts'

/** A kind whose answer is posted with its page; files come one by one before. */
export type Kind = Exclude<Field['type'], 'unknown' | 'note' | 'computed' | 'photo' | 'voice' | 'file'>

export interface Example {
  /** What it is called where a form asks every kind. */
  called: ReturnType<typeof inBoth>
  settings?: object
  /** What is posted, by the end of the name of its control. */
  right: Record<string, string>
  /** How it is shown before it is sent. */
  shown: string
  /** The same for what is not taken, and the beginning of what is said of it. */
  wrong: Record<string, string>
  said: string
}

export const text = (it: string) => ({ zh: it, en: it })
const inBoth = (zh: string, en: string) => ({ zh, en })
const one = (value: string) => ({ '': value })

const options = [inBoth('红', 'Red'), inBoth('绿', 'Green')].map((label, at) => ({ value: `o${at}`, label }))

/** Of each kind that takes an answer what is taken, and what is not; its question is called “问”. */
export const examples: Record<Kind, Example> = {
  text: {
    called: inBoth('在哪个门口', 'Which gate'),
    ...{ right: one('西门'), shown: '西门', wrong: one('字'.repeat(201)), said: '“问”最多 200 字' },
  },
  long_text: {
    called: inBoth('说说经过', 'What happened'),
    ...{ right: one('西门'), shown: '西门', wrong: one('字'.repeat(2001)), said: '“问”最多 2000 字' },
  },
  choice: {
    called: inBoth('什么颜色', 'Which colour'),
    settings: { options },
    ...{ right: one('o1'), shown: '绿', wrong: one('o2'), said: '问：请从给出的' },
  },
  choices: {
    called: inBoth('有哪些颜色', 'Which colours'),
    settings: {
      options: [
        ...options,
        { value: 'blue', label: inBoth('蓝', 'Blue') },
        { value: 'none', label: inBoth('都没有', 'None of these'), exclusive: true },
      ],
      most: 2,
    },
    ...{ right: one('o0'), shown: '红', wrong: one('o2'), said: '问：请从给出的' },
  },
  yes_no: {
    called: inBoth('还在职吗', 'Do you still work there'),
    ...{ right: one('yes'), shown: '是', wrong: one('maybe'), said: '问：请从给出的' },
  },
  number: {
    called: inBoth('几个人', 'How many people'),
    settings: { max: 9 },
    ...{ right: one('７'), shown: '7', wrong: one('10'), said: '问：不能大于 9' },
  },
  scale: {
    called: inBoth('食堂怎么样', 'How is the canteen'),
    settings: {
      steps: [
        inBoth('很差', 'Very bad'),
        inBoth('差', 'Bad'),
        inBoth('一般', 'Fair'),
        inBoth('好', 'Good'),
        inBoth('很好', 'Very good'),
      ],
    },
    ...{ right: one('4'), shown: '4 好', wrong: one('6'), said: '问：请从给出的' },
  },
  date: {
    called: inBoth('哪一天的事', 'On which day'),
    right: { '-year': '2026', '-month': '3', '-day': '8' },
    shown: '2026年3月8日',
    wrong: { '-year': '2026', '-month': '13', '-day': '8' },
    said: '问：没有这个月',
  },
  phone: {
    called: inBoth('单位电话', 'Telephone of the employer'),
    ...{ right: one('138 1234 5678'), shown: '13812345678', wrong: one('1381'), said: '问：请填 11 位' },
  },
  email: {
    called: inBoth('邮箱', 'E-mail'),
    ...{ right: one('a＠b.cn'), shown: 'a@b.cn', wrong: one('a@b'), said: '问：请填完整的邮箱' },
  },
  credit_code: {
    called: inBoth('统一社会信用代码', 'Credit code of the employer'),
    ...{ right: one('91350100m000100y43'), shown: '91350100M000100Y43' },
    ...{ wrong: one('91350100M000100Y44'), said: '问：请核对' },
  },
  address: {
    called: inBoth('单位在哪里', 'Where the employer is'),
    settings: { parts: ['county', 'town', 'detail'], needed: ['county', 'town'] },
    right: { '--county': '青石县', '--town': '柳湾镇', '--detail': '和平路 8 号' },
    ...{
      shown: '青石县 柳湾镇 和平路 8 号',
      wrong: { '--county': '青石县' },
      said: '请填写：问 · 乡镇（街道）',
    },
  },
  list: {
    called: inBoth('哪个工种', 'Which trade'),
    settings: {
      options: [inBoth('电焊工', 'Welder'), inBoth('铆焊工', 'Riveter'), inBoth('电工', 'Electrician')].map(
        (label, at) => ({ value: `t${at}`, label }),
      ),
    },
    ...{ right: one('ＷＥＬ'), shown: '电焊工', wrong: one('焊'), said: '问：有 2 项符合，请选一项' },
  },
  matrix: {
    called: inBoth('满意不满意', 'How satisfied are you'),
    settings: {
      rows: [inBoth('工资', 'Pay'), inBoth('食堂', 'Canteen')].map((label, at) => ({
        value: `r${at}`,
        label,
      })),
      options: [inBoth('满意', 'Satisfied'), inBoth('一般', 'Fair'), inBoth('不满意', 'Not satisfied')].map(
        (label, at) => ({ value: `o${at}`, label }),
      ),
    },
    right: { '--r0': 'o2', '--r1': 'o0' },
    ...{ shown: '工资：不满意 食堂：满意', wrong: { '--r0': 'o2' }, said: '请选择：问 · 食堂' },
  },
  ranking: {
    called: inBoth('先解决哪一件', 'What to solve first'),
    settings: {
      options: [inBoth('工资', 'Pay'), inBoth('食堂', 'Canteen'), inBoth('宿舍', 'Dormitory')].map(
        (label, at) => ({ value: `o${at}`, label }),
      ),
      most: 2,
    },
    right: { '--o0': '2', '--o2': '1' },
    shown: '1 宿舍 2 工资',
    wrong: { '--o0': '2', '--o1': '2' },
    said: '问 · 工资；食堂：第 2 位选了不止一次',
  },
  place: {
    called: inBoth('在哪里发生的', 'Where it happened'),
    right: { '': '东门外', '--latitude': '30.6124', '--longitude': '117.53' },
    ...{ shown: '东门外 (30.612, 117.530)', wrong: { '--latitude': '51.5', '--longitude': '0.1' } },
    said: '问 · 纬度；经度：这两个数不在国内',
  },
  enterprise: {
    called: inBoth('哪家单位', 'Which employer'),
    ...{ right: one('无名小店'), shown: '无名小店', wrong: one('字'.repeat(121)), said: '“问”最多 120 字' },
  },
  name: {
    called: inBoth('您的姓名', 'Your name'),
    settings: { identity: true },
    ...{ right: one('买买提・艾力'), shown: '买买提·艾力', wrong: one('123'), said: '问：请写姓名' },
  },
  resident_id: {
    called: inBoth('居民身份证号', 'Number of your identity card'),
    ...{ right: one('１１０１０５１９４９１２３１００２ｘ'), shown: '110***********002X' },
    ...{ wrong: one('110105194912310021'), said: '问：有一位对不上' },
  },
  money: {
    called: inBoth('欠了多少工资', 'How much pay is owed'),
    settings: { max: 2_000_000_00 },
    ...{ right: one('１．２万'), shown: '12,000.00 元' },
    ...{ wrong: one('2000000.01'), said: '问：不能大于 2,000,000.00 元' },
  },
  month: {
    called: inBoth('从哪个月起欠薪', 'Since which month'),
    ...{ right: { '-year': '2026年', '-month': '3月' }, shown: '2026年3月' },
    ...{ wrong: { '-year': '26', '-month': '3' }, said: '问：请填年和月' },
  },
  time: {
    called: inBoth('几点下班', 'When does your shift end'),
    ...{ right: one('晚上８点半'), shown: '20:30', wrong: one('25:00'), said: '问：请填几点几分' },
  },
  declaration: {
    called: inBoth('以上内容，就我所知都是真的。', 'As far as I know, what I wrote is true.'),
    ...{ right: one('yes'), shown: '问 是', wrong: one('no'), said: '属实就勾选：问' },
  },
  signature: {
    called: inBoth('签名（写上您的姓名）', 'Signature (type your name)'),
    settings: { statement: inBoth('以上内容由我本人填写。', 'I filled this in myself.') },
    ...{ right: one('王　芳'), shown: '王芳', wrong: one('×'), said: '问：请写姓名' },
  },
  consent: {
    called: inBoth('我同意工会使用这些内容。', 'I agree that the union uses this.'),
    ...{ right: one('yes'), shown: '', wrong: one('no'), said: '需要您勾选同意' },
  },
}

/** The name of a question of this kind in a form that asks every kind. */
const nameOf = (kind: string) => `asked_${kind}`

/** A form that asks every kind, ten in each part. */
export function everyKind() {
  const fields = Object.entries(examples).map(([type, { called, settings }]) => ({
    ...{ type, name: nameOf(type), label: called, required: true },
    ...settings,
  }))
  const parts = Array.from({ length: Math.ceil(fields.length / 10) }, (_, at) => at)
  return {
    ...formOf(inBoth('每一种题', 'Every kind of question')),
    sections: parts.map((at) => ({
      title: inBoth(`第 ${at + 1} 部分`, `Part ${at + 1}`),
      fields: fields.slice(at * 10, at * 10 + 10),
    })),
  }
}

/** What a form has beside its questions. */
export function formOf(title: ReturnType<typeof inBoth>) {
  return {
    ...{ title, intro: title, readers: title, use: title },
    ...{ category: 'other', modes: ['complaint'], allowAnonymous: true },
  }
}

/** What is posted to that form, each answer right or each one wrong. */
export function answersOfEveryKind(which: 'right' | 'wrong'): Record<string, string> {
  const posted = Object.entries(examples).flatMap(([type, it]) =>
    Object.entries(it[which]).map(([end, value]) => [nameOf(type) + end, value]),
  )
  return Object.fromEntries(posted)
}
