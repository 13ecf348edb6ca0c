import type { DefinitionDraft } from '../definition.ts'
import { howToReach } from './asked-alike.ts'

/** Sexual harassment: strict, and nothing needs to be told but whether the worker is safe. */
export const harassed: DefinitionDraft = {
  title: { zh: '遇到性骚扰', en: 'Sexual harassment' },
  intro: {
    zh: '这不是您的错。想说多少就说多少，可以随时停下，可以不留姓名。我们 2 小时内回应。',
    en: 'It is not your fault. Say as much as you wish, stop whenever you like, and leave no name if you prefer. We answer within 2 hours.',
  },
  readers: {
    zh: '只有县总工会为这类事专门指定的人。别的干部、您单位的工会和领导都看不到。',
    en: 'Only the few people whom the county federation has named for this. No other cadre sees it, nor the union or the managers at your workplace.',
  },
  use: {
    zh: '只用来帮您。每一步怎么走，由您决定；没有您的同意，不告诉任何人。',
    en: 'Only to help you. You decide each step, and nobody is told without your consent.',
  },
  category: 'harassment',
  modes: ['complaint', 'report'],
  allowAnonymous: true,
  happenedFrom: 'since',
  layout: 'paged',
  pages: [
    {
      id: 'now_page',
      title: { zh: '先说现在', en: 'First of all' },
      fields: [
        {
          type: 'yes_no',
          name: 'safe',
          label: { zh: '您现在安全吗？', en: 'Are you safe now?' },
          hint: {
            zh: '不安全，请先离开那里，打 110。',
            en: 'If not, please get away from there and call 110.',
          },
          required: true,
          sensitive: true,
          dangerWhen: ['no'],
        },
        {
          type: 'choices',
          name: 'help',
          label: { zh: '您希望我们做什么？', en: 'What would you like us to do?' },
          hint: { zh: '可以选几项，以后可以改。', en: 'Choose any; you can change your mind.' },
          options: [
            { value: 'listen', label: { zh: '听我说说', en: 'Listen to me' } },
            { value: 'stop', label: { zh: '让这件事停下来', en: 'Make it stop' } },
            {
              value: 'apart',
              label: { zh: '不再和那个人一起上班', en: 'Keep me away from that person at work' },
            },
            { value: 'police', label: { zh: '陪我报警', en: 'Go to the police with me' } },
            { value: 'legal', label: { zh: '告诉我法律上怎么办', en: 'Tell me what the law can do' } },
            { value: 'counsel', label: { zh: '找人帮我疏解', en: 'Find me a counsellor' } },
          ],
        },
      ],
    },
    {
      id: 'told_page',
      title: { zh: '想说的，写在这里', en: 'What you want to tell' },
      intro: { zh: '这一页都可以不填。', en: 'You may leave all of this page empty.' },
      fields: [
        {
          type: 'choice',
          name: 'who',
          label: { zh: '对方是您的……', en: 'The other person is…' },
          hint: { zh: '不用写名字。', en: 'No name is needed.' },
          sensitive: true,
          options: [
            { value: 'boss', label: { zh: '领导', en: 'a superior' } },
            { value: 'colleague', label: { zh: '同事', en: 'a colleague' } },
            { value: 'customer', label: { zh: '客户、服务对象', en: 'a customer' } },
            { value: 'another', label: { zh: '别的人', en: 'somebody else' } },
          ],
        },
        {
          type: 'yes_no',
          name: 'goes_on',
          label: { zh: '现在还在发生吗？', en: 'Is it still going on?' },
          sensitive: true,
        },
        {
          type: 'date',
          name: 'since',
          label: { zh: '什么时候的事？', en: 'When was it?' },
          hint: { zh: '填年、月就行。', en: 'Year and month will do.' },
          sensitive: true,
          dayOptional: true,
        },
        {
          type: 'long_text',
          name: 'story',
          label: { zh: '发生了什么？', en: 'What happened?' },
          hint: { zh: '说不出口的，可以不写。', en: 'What is hard to say need not be written.' },
          sensitive: true,
        },
      ],
    },
    {
      id: 'proof_page',
      title: { zh: '留个凭据', en: 'Proof' },
      fields: [
        {
          type: 'file',
          name: 'proof',
          label: { zh: '聊天记录、照片、录音', en: 'Chats, photos, recordings' },
          hint: {
            zh: '有就放一份在这里，没有也没关系。',
            en: 'Keep a copy here if you have any. It is fine if not.',
          },
          sensitive: true,
          most: 6,
          evidence: true,
        },
      ],
    },
    {
      id: 'reach_page',
      title: { zh: '怎样找您最放心', en: 'How to reach you safely' },
      fields: [
        {
          type: 'text',
          name: 'reach',
          label: { zh: '什么时候、怎样联系您合适？', en: 'When and how may we reach you?' },
          hint: {
            zh: '比如：晚上八点以后；只留言，不打电话。',
            en: 'For example: after eight; messages only, no calls.',
          },
        },
        {
          type: 'enterprise',
          name: 'employer',
          label: { zh: '您的单位', en: 'Your employer' },
          hint: { zh: '现在不想说，就空着。', en: 'Leave it empty if you would rather not say yet.' },
        },
      ],
    },
    howToReach,
  ],
}
