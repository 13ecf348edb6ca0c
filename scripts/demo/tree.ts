import type { Bilingual } from '../../src/db/vocabulary.ts'

interface Org {
  id: string
  path: string
  name: Bilingual
}

const org = (id: string, path: string, zh: string, en: string): Org => ({ id, path, name: { zh, en } })

/** The unions of Linxi, a county that is on no map. */
export const orgs: Org[] = [
  org('linxi', '0001', '临溪县总工会', 'Linxi County Federation of Trade Unions'),

  org('chengguan', '00010001', '城关街道总工会', 'Chengguan Subdistrict Trade Union'),
  org('qingshi', '00010002', '青石镇总工会', 'Qingshi Township Trade Union'),
  org('liuwan', '00010003', '柳湾镇总工会', 'Liuwan Township Trade Union'),
  org('park', '00010004', '临溪经济开发区工会', 'Linxi Development Zone Trade Union'),
  org('delivery', '00010005', '临溪县快递配送行业工会联合会', 'Linxi Delivery Workers’ Union'),

  org('xipan', '000100010001', '溪畔百货工会', 'Xipan Department Store Union'),
  org('qingmian', '000100020001', '青棉纺织工会', 'Qingmian Textiles Union'),
  org('jiancai', '000100020002', '青石建材小微企业联合工会', 'Qingshi Building Materials Joint Union'),
  org('mitang', '000100030001', '米塘食品工会', 'Mitang Foods Union'),
  org('yuanhe', '000100040001', '远荷电子工会', 'Yuanhe Electronics Union'),
  org('workshops', '000100040002', '开发区小微企业联合工会', 'Development Zone Workshops Joint Union'),
  org('riders', '000100050001', '骑手之家联合工会', 'Riders’ House Joint Union'),
]

export function orgOf(id: string): Org {
  const found = orgs.find((one) => one.id === id)
  if (!found) throw new Error(`No organisation ${id} in the demo`)
  return found
}

export function parentOf(id: string): string | null {
  const path = orgOf(id).path.slice(0, -4)
  return orgs.find((one) => one.path === path)?.id ?? null
}
