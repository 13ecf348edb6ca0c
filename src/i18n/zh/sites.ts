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
  from: (day: string) => `${day}起开放`,
}
