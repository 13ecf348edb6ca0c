import type { DefinitionDraft } from '../definition.ts'
import { phoneAtLeast } from './identity-fields.ts'

export const safety: DefinitionDraft = {
  title: { zh: '报告安全隐患', en: 'Report a safety hazard' },
  intro: {
    zh: '看到会伤人的地方，马上告诉我们。大约 2 分钟，可以不留姓名。',
    en: 'If something can hurt people, tell us now. It takes about 2 minutes, and you need not give your name.',
  },
  readers: {
    zh: '乡镇、街道、园区或行业工会和县总工会里，受理和办理的干部；您单位的工会看不到。您是谁只有您的查询码能打开，您不打开，谁也看不到。',
    en: 'The cadres who take and handle cases in the township, street, park or industry union and in the county federation; not the union at your workplace. Who you are, only your receipt code opens; until you open it, nobody sees it.',
  },
  use: {
    zh: '用来查看和督促消除隐患；有重大危险的，会转告应急管理部门，但不说是谁报告的。',
    en: 'To inspect the hazard and have it removed. Grave dangers are passed on to the emergency authority, without your name.',
  },
  category: 'safety',
  modes: ['report'],
  allowAnonymous: true,
  pages: [
    {
      id: 'hazard_found',
      title: { zh: '哪里不安全', en: 'What is unsafe' },
      fields: [
        {
          type: 'yes_no',
          name: 'danger',
          label: { zh: '随时可能伤到人吗？', en: 'Could somebody be hurt at any moment?' },
          hint: {
            zh: '是的话，请先离开危险的地方，再填这张表。您有权停下有危险的活。',
            en: 'If so, first get away from it, then fill in this form. You have the right to stop dangerous work.',
          },
          required: true,
          dangerWhen: ['yes'],
        },
        {
          type: 'choices',
          name: 'hazards',
          label: { zh: '是哪种隐患？', en: 'What kind of hazard?' },
          hint: { zh: '可以选几项。', en: 'You can choose several.' },
          required: true,
          options: [
            { value: 'machine', label: { zh: '机器没有防护', en: 'Machine without a guard' } },
            { value: 'height', label: { zh: '高处干活没有保护', en: 'Work at height without protection' } },
            { value: 'electric', label: { zh: '电线、用电', en: 'Wiring, electricity' } },
            { value: 'fire', label: { zh: '火灾危险、通道堵了', en: 'Fire risk, blocked exits' } },
            { value: 'toxic', label: { zh: '粉尘、毒气、化学品', en: 'Dust, gas, chemicals' } },
            { value: 'heat', label: { zh: '高温、中暑', en: 'Heat' } },
            { value: 'gear', label: { zh: '没发劳保用品', en: 'No protective equipment' } },
            { value: 'vehicle', label: { zh: '叉车、吊车、车辆', en: 'Forklifts, cranes, vehicles' } },
          ],
          other: true,
        },
        {
          type: 'text',
          name: 'place',
          label: { zh: '在什么地方？', en: 'Where is it?' },
          hint: {
            zh: '比如：二号车间东门旁的冲床。',
            en: 'For example: the press beside the east door of hall 2.',
          },
          required: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '具体说说', en: 'Describe it' },
          required: true,
          maxLength: 1500,
        },
        {
          type: 'yes_no',
          name: 'told',
          label: { zh: '单位知道这个隐患吗？', en: 'Does the employer know of it?' },
        },
      ],
    },
    {
      id: 'workplace',
      title: { zh: '哪个单位', en: 'Which employer' },
      fields: [
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '单位名称', en: 'Name of the employer' },
          hint: {
            zh: '不知道全称，写大家平时叫的名字。',
            en: 'If you do not know the full name, write what people call it.',
          },
          required: true,
        },
      ],
    },
    { id: 'contact', title: { zh: '您的联系方式', en: 'How to reach you' }, fields: phoneAtLeast },
  ],
}
