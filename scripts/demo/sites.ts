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
  site(
    'QH7CM',
    'grievance',
    'qingmian',
    'e-qingmian',
    '青棉纺织 · 食堂门口',
    'Qingmian Textiles, canteen door',
  ),
  site(
    '2FWXG',
    'grievance',
    'yuanhe',
    'e-yuanhe',
    '远荷电子 · 三号车间更衣室',
    'Yuanhe Electronics, workshop 3 lockers',
  ),
  site(
    'V5PJR',
    'grievance',
    'xipan',
    'e-xipan',
    '溪畔百货 · 员工通道',
    'Xipan Department Store, staff entrance',
  ),
  site('8MGQC', 'grievance', 'chengguan', 'e-yuncan', '云灿餐饮 · 后厨', 'Yuncan Catering, kitchen'),
  site('FX3HV', 'grievance', 'chengguan', 'e-baijie', '白芥物业 · 值班室', 'Baijie Property, duty room'),
  site('J9RWP', 'grievance', 'jiancai', 'e-shiyan', '石砚建材 · 地磅旁', 'Shiyan Works, by the weighbridge'),
  site(
    'C6XQF',
    'grievance',
    'jiancai',
    'e-hetang',
    '荷塘门窗 · 宿舍楼',
    'Hetang Doors and Windows, dormitory',
  ),
  site(
    'M4VGH',
    'grievance',
    'mitang',
    'e-mitang',
    '米塘食品 · 一线打卡处',
    'Mitang Foods, time clock of line 1',
  ),
  site('R8JCX', 'grievance', 'liuwan', 'e-luwei', '芦苇渔具 · 大门', 'Luwei Fishing Tackle, main gate'),
  site(
    '5WHPM',
    'grievance',
    'workshops',
    'e-tongqiao',
    '桐桥机械 · 班组园地',
    'Tongqiao Machinery, team board',
  ),
  site(
    'G2FVJ',
    'grievance',
    'workshops',
    'e-zhuying',
    '竹影包装 · 公告栏',
    'Zhuying Packaging, notice board',
  ),
  site(
    'XP9C3',
    'grievance',
    'workshops',
    'e-songji',
    '松脊冷链 · 司机休息室',
    'Songji Cold Chain, drivers’ room',
  ),
  site('H7QR6', 'grievance', 'riders', 'e-feique', '骑手之家 · 城东驿站', 'Riders’ House, east station'),
  site('W3MFG', 'grievance', 'delivery', 'e-yanzi', '雁字快递 · 分拣中心', 'Yanzi Parcels, sorting centre'),
  site('PC4VX', 'grievance', 'linxi', null, '县职工服务中心 · 大厅', 'County Workers’ Service Centre, hall'),

  site(
    '6GJQW',
    'safety',
    'qingmian',
    'e-qingmian',
    '青棉纺织 · 细纱车间',
    'Qingmian Textiles, spinning hall',
  ),
  site('R5HXF', 'safety', 'jiancai', 'e-shiyan', '石砚建材 · 破碎机旁', 'Shiyan Works, by the crusher'),
  site('9CVMP', 'safety', 'workshops', 'e-songji', '松脊冷链 · 二号冷库', 'Songji Cold Chain, cold store 2'),
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
  site('F9RQM', 'suggestion', 'mitang', 'e-mitang', '米塘食品 · 职工书屋', 'Mitang Foods, reading room'),
  site('V2XGC', 'grievance', 'chengguan', null, '老汽车站（已撤）', 'Old bus station (taken down)', false),
]
