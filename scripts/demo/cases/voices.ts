import { accept, answered, ask, dispatch, later, rate, type Scenario, taken, tell } from '../story.ts'

/** Suggestions, advice asked for, and complaints about the union itself. */
export const voices: Scenario[] = [
  {
    key: 'conduct-unit-union',
    site: 'QH7CM',
    filed: '9d 20:30',
    about: 'conduct',
    mode: 'report',
    pastUnit: true,
    more: { concerns: 'unit' },
    says: '厂工会发的米和油，先给办公室的挑，我们车间分到的是剩下的。会费的账没有贴出来过。',
    wants: '账要公开。',
    story: [...taken('gao.yuan'), tell('收到。这件事县总来查，厂工会看不到。会费的账先从今年的看起。')],
  },
  {
    key: 'conduct-solved',
    site: 'QH7CM',
    filed: '75d 21:25',
    about: 'conduct',
    pastUnit: true,
    says: '上次留言说夜班的事，厂工会的人到车间问“是谁写的”。',
    story: [
      ...taken('gao.yuan'),
      tell('这样问是错的。我们马上找厂工会谈，您不用说任何话。'),
      ...answered(
        '3d',
        'supported',
        '县总约谈了厂工会，明确不得打听是谁反映的；以后你们厂的举报直接到镇和县，不经过厂工会。',
      ),
      later('2d', rate('solved', 'satisfied')),
    ],
  },
  {
    key: 'legal-noncompete',
    site: 'PC4VX',
    filed: '1d 16:40',
    about: 'legal',
    says: '离职的时候签了竞业限制，没有给补偿，还能去别的厂上班吗？',
    story: [accept(), dispatch('lin.qiushi')],
  },
  {
    key: 'suggestion-books',
    site: 'F9RQM',
    filed: '45d 13:30',
    about: 'suggestion',
    says: '书屋的书都是管理学，能不能放一点烹饪、电工、少儿的？',
    more: { about: 'leisure' },
    story: [
      ...taken('ruan.mei', { complex: true }),
      tell('好主意。您列几本，我下个月去县工会换书。'),
      ask('电工证的书、家常菜、还有给孩子看的十万个为什么。'),
      ...answered(
        '6d',
        'supported',
        '您列的三类书都换到了，还加了几本养花的。孩子来也可以看，周日下午开门。',
      ),
      later('2d', rate('solved', 'satisfied')),
    ],
  },
  {
    key: 'suggestion-hall-hours',
    site: 'CG7HW',
    filed: '3h',
    about: 'suggestion',
    says: '文化宫晚上八点关门，上白班的人来不及。能不能周三周四开到九点半？',
    more: { about: 'leisure' },
    story: [],
  },
]
