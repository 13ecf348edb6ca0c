import type { Bilingual } from '../../src/db/vocabulary.ts'

export type FormSlug = 'grievance' | 'safety' | 'hardship' | 'joining' | 'suggestion'

interface Site {
  code: string
  form: FormSlug
  orgId: string
  enterpriseId: string | null
  place: Bilingual
  open: boolean
}

const site = (
  code: string,
  form: FormSlug,
  orgId: string,
  enterpriseId: string | null,
  zh: string,
  en: string,
  open = true,
): Site => ({ code, form, orgId, enterpriseId, place: { zh, en }, open })

/** Where the posters hang. The first is the one that the README and the start script show. */
export const sites: Site[] = [
  site('QH7CM', 'grievance', 'qingmian', 'e-qingmian', '食堂门口', 'Canteen door'),
  site('2FWXG', 'grievance', 'yuanhe', 'e-yuanhe', '三号车间更衣室', 'Workshop 3 lockers'),
  site('V5PJR', 'grievance', 'xipan', 'e-xipan', '员工通道', 'Staff entrance'),
  site('8MGQC', 'grievance', 'chengguan', 'e-yuncan', '后厨', 'Kitchen'),
  site('FX3HV', 'grievance', 'chengguan', 'e-baijie', '值班室', 'Duty room'),
  site('J9RWP', 'grievance', 'jiancai', 'e-shiyan', '地磅旁', 'By the weighbridge'),
  site('C6XQF', 'grievance', 'jiancai', 'e-hetang', '宿舍楼', 'Dormitory'),
  site('M4VGH', 'grievance', 'mitang', 'e-mitang', '一线打卡处', 'Time clock of line 1'),
  site('R8JCX', 'grievance', 'liuwan', 'e-luwei', '大门', 'Main gate'),
  site('5WHPM', 'grievance', 'workshops', 'e-tongqiao', '班组园地', 'Team board'),
  site('G2FVJ', 'grievance', 'workshops', 'e-zhuying', '公告栏', 'Notice board'),
  site('XP9C3', 'grievance', 'workshops', 'e-songji', '司机休息室', 'Drivers’ room'),
  site('H7QR6', 'grievance', 'riders', 'e-feique', '骑手之家 · 城东驿站', 'Riders’ House, east station'),
  site('W3MFG', 'grievance', 'delivery', 'e-yanzi', '分拣中心', 'Sorting centre'),
  site('PC4VX', 'grievance', 'linxi', null, '县职工服务中心 · 大厅', 'County Workers’ Service Centre, hall'),

  site('6GJQW', 'safety', 'qingmian', 'e-qingmian', '细纱车间', 'Spinning hall'),
  site('R5HXF', 'safety', 'jiancai', 'e-shiyan', '破碎机旁', 'By the crusher'),
  site('9CVMP', 'safety', 'workshops', 'e-songji', '二号冷库', 'Cold store 2'),
  site(
    'H3WGJ',
    'hardship',
    'linxi',
    null,
    '县职工服务中心 · 帮扶窗口',
    'County Workers’ Service Centre, assistance desk',
  ),
  site('MQ8FR', 'joining', 'park', null, '开发区 · 人才公寓', 'Development zone, workers’ flats'),
  site('X6PJ2', 'joining', 'delivery', null, '骑手之家 · 城东驿站', 'Riders’ House, east station'),
  site('CG7HW', 'suggestion', 'linxi', null, '县工人文化宫', 'County Workers’ Cultural Palace'),
  site('F9RQM', 'suggestion', 'mitang', 'e-mitang', '职工书屋', 'Reading room'),
  site('V2XGC', 'grievance', 'chengguan', null, '老汽车站（已撤）', 'Old bus station (taken down)', false),
]
