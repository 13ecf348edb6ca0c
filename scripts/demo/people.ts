import type { Category, Locale, Role } from '../../src/db/vocabulary.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { orgOf } from './tree.ts'

export interface Person {
  id: string
  name: string
  email: string
  locale: Locale
  grants: [Role, string][]
  namedFor: Category[]
}

/** The same with all that the service asks of a person. */
export function asStaff({ grants, namedFor, ...person }: Person): Staff {
  const held = grants.map(([role, orgId]) => ({ role, orgId, orgPath: orgOf(orgId).path }))
  return { ...person, nominatedFor: namedFor, grants: held }
}

const person = (
  id: string,
  name: string,
  grants: [Role, string][],
  { namedFor = [], locale = 'zh' }: { namedFor?: Category[]; locale?: Locale } = {},
): Person => ({ id, name, email: `${id}@demo.example`, locale, grants, namedFor })

/**
 * The cadres. The women's committee (Shen, Tang) holds every step of a harassment case up to the
 * signature, and the deputy chair in charge of it signs; the same three take what concerns the mind.
 */
export const people: Person[] = [
  person('zhou.huimin', '周慧敏', [['chair', 'linxi']], { namedFor: ['harassment', 'mental', 'conduct'] }),
  person('fang.min', '方敏', [['deputy_chair', 'linxi']], { namedFor: ['harassment', 'mental', 'conduct'] }),
  person('wu.xiaolan', '吴晓岚', [['duty_officer', 'linxi']]),
  person(
    'he.zhiyuan',
    '何志远',
    [
      ['duty_officer', 'linxi'],
      ['handler', 'linxi'],
    ],
    { namedFor: ['conduct'] },
  ),
  person('luo.jianping', '罗建平', [['department_head', 'linxi']], { namedFor: ['conduct'] }),
  person(
    'shen.yujie',
    '沈玉洁',
    [
      ['department_head', 'linxi'],
      ['duty_officer', 'linxi'],
    ],
    {
      namedFor: ['harassment', 'mental'],
    },
  ),
  person(
    'tang.jing',
    '唐静',
    [
      ['handler', 'linxi'],
      ['duty_officer', 'linxi'],
    ],
    {
      namedFor: ['harassment', 'mental'],
    },
  ),
  person('gao.yuan', '高远', [['handler', 'linxi']], { namedFor: ['conduct'] }),
  person('lin.qiushi', '林秋实', [['handler', 'linxi']], { locale: 'en' }),
  person('tao.wenbin', '陶文斌', [['supervisor', 'linxi']]),
  person('ding.yiming', '丁一鸣', [['administrator', 'linxi']]),
  person('ren.jie', '任洁', [['administrator', 'linxi']]),
  person('xu.qing', '许清', [['auditor', 'linxi']]),

  person('qian.bonian', '钱伯年', [
    ['duty_officer', 'chengguan'],
    ['handler', 'chengguan'],
  ]),
  person('ma.chunyan', '马春燕', [['duty_officer', 'qingshi']]),
  person('peng.xiaolong', '彭小龙', [['handler', 'qingshi']]),
  person('sun.guodong', '孙国栋', [['department_head', 'qingshi']]),
  person('deng.changhe', '邓长河', [
    ['deputy_chair', 'qingshi'],
    ['chair', 'qingshi'],
  ]),
  person('ruan.mei', '阮梅', [
    ['duty_officer', 'liuwan'],
    ['handler', 'liuwan'],
  ]),
  person('duan.hongwei', '段宏伟', [
    ['duty_officer', 'park'],
    ['department_head', 'park'],
  ]),
  person('su.ting', '苏婷', [['handler', 'park']]),
  person('cheng.liang', '程亮', [
    ['duty_officer', 'delivery'],
    ['handler', 'delivery'],
  ]),

  person('liang.hong', '梁红', [
    ['duty_officer', 'qingmian'],
    ['handler', 'qingmian'],
  ]),
  person('cao.yang', '曹阳', [['handler', 'yuanhe']]),
]
