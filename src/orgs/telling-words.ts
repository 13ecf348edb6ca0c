/** What tells whoever looks over a shoulder what it is about: who writes, for whom, and of what. */
const telling = [
  ...['工会', '工友', '职工', '员工', '工人', '工厂', '单位', '公司', '劳动', '维权', '权益', '工资', '欠薪'],
  ...[
    '诉求',
    '投诉',
    '举报',
    '申诉',
    '信访',
    '仲裁',
    '调解',
    '案件',
    '办件',
    '回执',
    '查询码',
    '受理',
    '办结',
    '呼应',
  ],
  ...['union', 'unions', 'federation', 'worker', 'workers', 'labour', 'labor', 'employer', 'wage', 'wages'],
  ...['case', 'cases', 'complaint', 'complaints', 'grievance', 'grievances', 'report', 'receipt', 'huying'],
]

/** The first word in a text that tells what it is about, one of `names` included; null where there is none. */
export function tellingWord(text: string, names: readonly string[] = []): string | null {
  return (
    [...names, ...telling].find((word) => word !== '' && isIn(text.toLowerCase(), word.toLowerCase())) ?? null
  )
}

/** Latin words as they stand, not within others (“showcase”); of Chinese there are no such bounds. */
function isIn(text: string, word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return text.includes(word)
  return new RegExp(`(?<![a-z])${word}(?![a-z])`).test(text)
}
