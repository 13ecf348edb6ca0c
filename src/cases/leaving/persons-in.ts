import type { Run } from '../../engine/leaks.ts'

export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤庞樊兰殷施洪翁荆'
export const doubles = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒'
const titles =
  '师傅|主任|经理|厂长|科长|班长|组长|队长|部长|车间主任|总监|总|老板|会计|老师|书记|主席|董事长|女士|先生|小姐|阿姨|大姐|大哥'

const chinese = new RegExp(`(?:${doubles}|[${surnames}])某{0,2}(?:${titles})`, 'gu')
const latin = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ?[A-Z][a-z]+/g

/**
 * People of whom a text speaks by surname and title, as 张师傅 or Mr Wang. Whom it means nobody can tell from that:
 * where few are called so, it may be the worker, or tell where he works.
 */
export function personsIn(text: string): Run[] {
  return [...text.matchAll(chinese), ...text.matchAll(latin)].map(({ 0: match, index }) => ({
    from: index,
    to: index + match.length,
    why: 'person',
  }))
}
