import type { DefinitionDraft } from '../definition.ts'

type Fields = DefinitionDraft['sections'][number]['fields']

/** How the union reaches a worker who gives his name. */
export const nameAndPhone: Fields = [
  {
    type: 'text',
    name: 'worker_name',
    label: { zh: '您的姓名', en: 'Your name' },
    required: true,
    identity: true,
    autocomplete: 'name',
    maxLength: 60,
  },
  {
    type: 'phone',
    name: 'worker_phone',
    label: { zh: '您的手机或电话', en: 'Your phone number' },
    hint: {
      zh: '工会用这个号码联系您，不会告诉您的单位。',
      en: 'The union calls you on it. Your employer is not told.',
    },
    required: true,
    identity: true,
  },
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
