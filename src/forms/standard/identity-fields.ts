import type { DefinitionDraft } from '../definition.ts'

type Fields = DefinitionDraft['pages'][number]['fields']

const name = {
  type: 'name',
  name: 'worker_name',
  label: { zh: '您的姓名', en: 'Your name' },
  identity: true,
} as const

const phone = {
  type: 'phone',
  name: 'worker_phone',
  label: { zh: '您的手机或电话', en: 'Your phone number' },
  hint: {
    zh: '工会用这个号码联系您，不会告诉您的单位。',
    en: 'The union calls you on it. Your employer is not told.',
  },
  required: true,
  identity: true,
} as const

/** How the union reaches a worker whom it is to help or to take in as a member. */
export const nameAndPhone: Fields = [{ ...name, required: true }, phone]

/** How it reaches one who tells something: a number is enough to call him back. */
export const phoneAtLeast: Fields = [
  {
    ...phone,
    hint: {
      zh: '工会用这个号码联系您，不会告诉您的单位；封存了的，要您先打开。',
      en: 'The union calls you on it, once you have opened it if it is sealed. Your employer is not told.',
    },
  },
  { ...name, hint: { zh: '可以不写，只留电话也行。', en: 'Not needed; a phone number alone will do.' } },
]

/** Separate consent for what is sensitive in the answers. */
export const consent: Fields[number] = {
  type: 'consent',
  name: 'agreed',
  label: {
    zh: '我同意工会为办理这件事使用我填写的内容，包括其中可能涉及的健康、家庭、收入等敏感信息。',
    en: 'I agree that the union uses what I wrote to handle this, including anything sensitive in it, such as health, family or income.',
  },
  required: true,
}
