/** What the office reads of its sites, beside the words in `office.ts`. */
export const sites = {
  label: '备注',
  labelHint: '只给工会自己看，不印在海报上。例如：二号门，打卡机旁',
  labelIt: '修改备注',
  standings: {
    open: '开放',
    notYet: '还没开始',
    over: '已结束',
    closed: '已关闭',
  },
  months: '每个月收到多少',
  monthsHow:
    '满五件记一次，不满五件的，算到凑满五件的那个月；没有列出的月份都没有凑满。这样看不出是谁、哪天填的。',
  full: (count: number) => `${count} 件`,
  replacedBy: (code: string) => `已换成 ${code}`,
  toSuccessor: '看新的码',
  replace: '海报被撕或不可信：换一个码',
  replaceHow: '旧码马上停用，扫旧码的人会看到新码；收到的件数跟着这个地方走。换好后就可以打印新海报。',
  replaceIt: '换码并打印',
  because: '换码原因',
  becauseHint: '只给工会自己看。例如：海报被撕，旁边贴了别的码',
  becauseMissing: '请写明换码原因',
  hangIt: (old: string, code: string) => `已换码：请把新海报（${code}）贴在原处，旧的（${old}）撕下来。`,
  from: (day: string) => `${day}起开放`,
}
