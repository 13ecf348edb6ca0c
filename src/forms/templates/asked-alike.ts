import type { Bilingual } from '../../db/vocabulary.ts'
import type { DefinitionDraft } from '../definition.ts'
import { consent, phoneAtLeast } from '../standard/identity-fields.ts'

/** Who reads what never comes to the union at the workplace. */
export const readAboveUnit: Bilingual = {
  zh: '乡镇、街道、园区或行业工会和县总工会里，受理和办理的干部；您单位的工会看不到。单位的管理人员看不到您写的原文。',
  en: 'The cadres who take and handle cases in the township, street, park or industry union and in the county federation; not the union at your workplace. Your managers do not see what you write.',
}

/** Who reads what may begin there: leave, welfare, having a say, suggestions and small matters. */
export const readFromUnitOn: Bilingual = {
  zh: '您单位的工会、它的上级工会和县总工会里，负责这件事的干部。选了“不经本单位”，您单位的工会就看不到。',
  en: 'The cadres in charge of it in the union at your workplace and in the unions above it, up to the county federation. If you keep it from your own unit, the union at your workplace does not see it.',
}

/** The same of what an officer fills in about others, who may keep nothing from a unit. */
export const readByUnions: Bilingual = {
  zh: '单位的工会、它的上级工会和县总工会里，负责这件事的干部。',
  en: 'The cadres in charge of it in the union of the workplace and in the unions above it, up to the county federation.',
}

/** What a number of them is counted in. */
export const people: Bilingual = { zh: '人', en: 'people' }

type Asked = DefinitionDraft['pages'][number]['fields'][number]

/** Of an employer that somebody of the union or of the employer itself writes about. */
export const whichEmployer: Asked = {
  type: 'enterprise',
  name: 'employer',
  label: { zh: '单位名称', en: 'Name of the employer' },
  required: true,
}

/** Consent of whoever an officer writes about, who is there. */
export const agreedInPerson: Asked = {
  type: 'consent',
  name: 'agreed',
  label: {
    zh: '本人知道工会会记下这些，其中可能有健康、家庭、收入等敏感信息，并且同意。',
    en: 'The worker knows that the union keeps this, including anything sensitive such as health, family or income, and agrees.',
  },
  required: true,
}

export const usedForCase: Bilingual = {
  zh: '只用来办理这件事，以及不含个人信息的统计。',
  en: 'Only to handle your case, and for counts that name nobody.',
}

/** How to reach a worker who tells something, and what he agrees to: always the last page. */
export const howToReach: DefinitionDraft['pages'][number] = {
  id: 'contact',
  title: { zh: '您的联系方式', en: 'How to reach you' },
  fields: [...phoneAtLeast, consent],
}
