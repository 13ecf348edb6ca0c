import { answered, ask, later, rate, read, type Scenario, taken, tell, wait } from '../story.ts'

/** From the trial three years ago, past their time of keeping: what identified somebody is gone. */
export const past: Scenario[] = [
  {
    key: 'past-wages',
    site: 'PC4VX',
    filed: '1160d 10:10',
    about: 'wages',
    says: '年底的奖金说好发的，过了年就不提了。',
    named: ['老岳', '04802010191'],
    story: [
      ...taken('gao.yuan'),
      tell('岳师傅，奖金写在哪里？通知、群公告都可以。'),
      ask('写在年终大会的海报上。'),
      ...answered('3d', 'supported', '公司认账，奖金随下月工资补发。'),
      later('2d', rate('solved', 'satisfied')),
    ],
  },
  {
    key: 'past-heat',
    site: 'PC4VX',
    filed: '1148d 15:20',
    about: 'safety',
    says: '工地上没有凉棚，中午只能坐在水泥管里。',
    story: [
      ...taken('gao.yuan'),
      tell('明天给工地送凉棚和水，先用着。'),
      ...answered('3d', 'supported', '凉棚搭好了，中午停工两小时。'),
      read,
      wait,
    ],
  },
]
