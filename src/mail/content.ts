import type { Locale } from '../db/vocabulary.ts'

/** What a mail says, before it is set as HTML and as plain text. */
export interface MailContent {
  locale: Locale
  /** Who writes: the product and the federation. */
  from: string
  subject: string
  /** One line that a list of mails shows beside the subject. */
  preview: string
  blocks: Block[]
  headers?: Record<string, string>
}

/** Addresses are null as long as the service does not know its own; the words then stand alone. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** A name and its numbers a row. With a head, plain text repeats the head's words at each number. */
  | { kind: 'table'; head?: string[]; rows: { name: string; numbers: string[] }[] }
  | { kind: 'button'; text: string; href: string | null }
  | { kind: 'link'; text: string; href: string | null }
  | { kind: 'small'; text: string; link?: { text: string; href: string | null } }

/** The mail as plain text: written for reading, not stripped from the HTML. */
export function mailText({ locale, from, subject, blocks }: MailContent): string {
  const parts = blocks.map((block) => blockText(block, marks[locale]))
  return `${[from, subject, ...parts].join('\n\n')}\n`
}

const marks = {
  zh: { colon: '：', comma: '，' },
  en: { colon: ': ', comma: ', ' },
} as const satisfies Record<Locale, object>
type Marks = (typeof marks)[Locale]

function blockText(block: Block, { colon, comma }: Marks): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'heading':
      return `== ${block.text} ==`
    case 'table':
      return block.rows
        .map(({ name, numbers }) => `- ${name}${colon}${spoken(numbers, block.head).join(comma)}`)
        .join('\n')
    case 'button':
    case 'link':
      return withAddress(block)
    case 'small':
      return block.link ? `${block.text}\n${withAddress(block.link)}` : block.text
  }
}

function spoken(numbers: string[], head: string[] = []): string[] {
  return numbers.map((number, at) => (head[at + 1] ? `${head[at + 1]} ${number}` : number))
}

/** The address on a line of its own, so that no program makes what stands beside it a part of the link. */
function withAddress({ text, href }: { text: string; href: string | null }): string {
  return href === null ? text : `${text}\n${href}`
}
