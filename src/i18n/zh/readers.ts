/** Who can read what comes in with a form that the office makes. */
export const readers = {
  title: '按现在的设置，真正能看到的人',
  people: (role: string, count: number) => `${role} ${count} 人`,
  listed: '、',
  colon: '：',
  nobody: '没有人',
  by: {
    open: {
      worker: '提交到哪个工会，就由那个工会和它上面各级的人看；职工可以选不经本单位。',
      officer: '提交到哪个工会，就由那个工会和它上面各级的人看。',
    },
    confidential: '本单位的工会看不到，从乡镇、街道、产业一级往上的人看。',
  },
  named: (category: string, names: string) =>
    names
      ? `“${category}”只有指定的人能看：${names}。`
      : `“${category}”只有指定的人能看，现在还没有指定人，没有人能看到。`,
  whole: (people: string) => `县总工会，看全部：${people}`,
  parts: (people: string) => `下级工会，只看自己那里的：${people}`,
  never: '管理员和审计员看不到。回避的人看不到。',
  compare: {
    worker: '请对照上面写给职工的“谁看填的内容”，两边要一致。',
    officer: '请对照上面写给填表人的“谁看填的内容”，两边要一致。',
  },
  filledBy: '谁来填',
  fillers: {
    worker: { label: '职工，写自己的事' },
    officer: {
      label: '工会干部，写别人的事',
      hint: '不问“不经本单位”，也不说“管理人员看不到”。走访、建档、摸底用。',
    },
  },
  process: '交上来以后怎样处理',
  processes: {
    grievance: { label: '办理', hint: '成为一件诉求：受理、派单、答复都有法定期限，到时没办会催。' },
    register: { label: '登记', hint: '有人看过、记下就完了，没有办理期限。适合报名、登记、调查。' },
  },
}
