import type { DefinitionDraft } from '../../src/forms/definition.ts'
import { unpaid } from './paged-form.ts'

const text = (zh: string, en: string) => ({ zh, en })

/** The form of several pages, with one for photos and one for what is spoken, after the others. */
export const proven = provenBy()

/** The same where the photos are evidence. */
export const evident = provenBy({ evidence: true })

function provenBy(photos: { evidence?: true } = {}): DefinitionDraft {
  return {
    ...unpaid,
    pages: [
      ...unpaid.pages,
      {
        id: 'proof_page',
        title: text('凭据', 'Proof'),
        fields: [
          { type: 'text', name: 'what_proof', label: text('是什么凭据？', 'What is it?') },
          {
            type: 'photo',
            name: 'proof',
            label: text('凭据的照片', 'Photos of the proof'),
            required: true,
            most: 2,
            ...photos,
          },
        ],
      },
      {
        id: 'voice_page',
        title: text('录音', 'Voice note'),
        fields: [
          { type: 'voice', name: 'spoken', label: text('也可以说给我们听', 'Tell us by voice'), most: 1 },
        ],
      },
    ],
  }
}
