import type { Bilingual } from '../../src/db/vocabulary.ts'
import { creditCode } from './credit-code.ts'

interface Enterprise {
  id: string
  orgId: string
  name: Bilingual
  creditCode: string
}

let serial = 407
const enterprise = (id: string, orgId: string, zh: string, en: string): Enterprise => {
  serial += 113
  return { id, orgId, name: { zh, en }, creditCode: creditCode(serial) }
}

/** Employers that nobody has ever worked for. */
export const enterprises: Enterprise[] = [
  enterprise('e-xipan', 'xipan', '临溪溪畔百货有限公司', 'Linxi Xipan Department Store'),
  enterprise('e-yuncan', 'chengguan', '临溪云灿餐饮管理有限公司', 'Yuncan Catering'),
  enterprise('e-baijie', 'chengguan', '临溪白芥物业服务有限公司', 'Baijie Property Services'),
  enterprise('e-qingmian', 'qingmian', '临溪青棉纺织有限公司', 'Qingmian Textiles'),
  enterprise('e-shiyan', 'jiancai', '青石石砚建材厂', 'Shiyan Building Materials Works'),
  enterprise('e-hetang', 'jiancai', '青石荷塘门窗有限公司', 'Hetang Doors and Windows'),
  enterprise('e-mitang', 'mitang', '柳湾米塘食品有限公司', 'Mitang Foods'),
  enterprise('e-luwei', 'liuwan', '柳湾芦苇渔具有限公司', 'Luwei Fishing Tackle'),
  enterprise('e-yuanhe', 'yuanhe', '远荷电子（临溪）有限公司', 'Yuanhe Electronics (Linxi)'),
  enterprise('e-tongqiao', 'workshops', '临溪桐桥精密机械有限公司', 'Tongqiao Precision Machinery'),
  enterprise('e-zhuying', 'workshops', '临溪竹影包装有限公司', 'Zhuying Packaging'),
  enterprise('e-songji', 'workshops', '临溪松脊冷链物流有限公司', 'Songji Cold Chain'),
  enterprise('e-feique', 'riders', '临溪飞雀配送服务部', 'Feique Delivery'),
  enterprise('e-yanzi', 'delivery', '临溪雁字快递服务有限公司', 'Yanzi Parcels'),
]
