import { answered, ask, askInfo, later, note, rate, refer, type Scenario, taken, tell } from '../story.ts'

/** Hardship and welfare. */
export const hardship: Scenario[] = [
  {
    key: 'hardship-dialysis',
    site: 'H3WGJ',
    filed: '68d 09:25',
    about: 'hardship',
    says: '爱人尿毒症，一周透析三次，我一个人上班，孩子上初三。医保报完每个月还要两千多。',
    named: ['贺来顺', '04802010161'],
    more: { causes: ['illness'], members: '3', income: '52000', spending: '31000' },
    story: [
      ...taken('lin.qiushi', { complex: true }),
      tell('贺师傅，先按“意外致困”登记，药费的单子留着，不用复印，上门时给我们看一眼就行。'),
      later('3d', note('入户看过，三口之家，住亲戚的房子；家里收支与所说相符。')),
      ...answered(
        '6d',
        'supported',
        '经入户核实，列入困难职工档案，先发应急补助三千元；下学期起孩子助学一年两千元。名单公示时只写姓氏。',
      ),
      later('3d', rate('solved', 'satisfied')),
    ],
  },
  {
    key: 'hardship-fire',
    site: 'H3WGJ',
    filed: '6d 08:50',
    about: 'hardship',
    says: '家里租的平房失火，东西都没了，先借住在厂里仓库。工资还没到发的日子。',
    named: ['向东', '04802010162'],
    more: { causes: ['accident'], members: '4', income: '48000', spending: '8000' },
    story: [
      ...taken('lin.qiushi'),
      tell('今晚先到镇上招待所住三天，钱由工会垫。厂里仓库不能住人，别让孩子睡那边。'),
      later('1d', note('已协调招待所三天，被褥由妇联送到。')),
    ],
  },
  {
    key: 'hardship-driver',
    site: 'H3WGJ',
    filed: '16d 14:35',
    about: 'hardship',
    says: '腰椎手术在家躺了三个月，跑车的没有底薪，房贷断了两期。',
    named: ['平措', '04802010163'],
    more: { causes: ['injury', 'income'], members: '5', income: '61000', spending: '40000' },
    story: [
      ...taken('lin.qiushi', { complex: true }),
      tell('先发一笔应急的，另外帮您问房贷能不能缓期，请把银行的名字写给我。'),
      ask('农商行。'),
      later('4d', refer('与农商行谈缓期还款，等对方答复')),
      later('8d', note('对方要求补收入证明，已由骑手之家出具。')),
    ],
  },
  {
    key: 'hardship-student',
    site: 'H3WGJ',
    filed: '5d 11:50',
    about: 'hardship',
    says: '孩子考上大学，学费没凑齐，听说工会有助学金。',
    named: ['芦花', '04802010164'],
    more: { causes: ['school'], members: '4', income: '45000', spending: '12000' },
    story: [askInfo('请告诉我们学校在哪个省、学制几年，不用写学校名字。家里几口人、几个人上班也请写一下。')],
  },
  {
    key: 'welfare-canteen',
    site: 'M4VGH',
    filed: '73d 12:15',
    about: 'welfare',
    says: '食堂的菜里两次吃出头发，饭票又涨了一块。',
    story: [
      ...taken('ruan.mei'),
      tell('食堂的人我周三去跟一中午，大家一起看看后厨。'),
      ...answered(
        '2d',
        'supported',
        '后厨加了帽子和冲洗台，每周五工会和班组轮流陪餐。饭票先不涨，等下季度成本公开再说。',
      ),
      later('2d', rate('solved', 'basically')),
    ],
  },
]
