import type { DefinitionDraft } from '../definition.ts'

/** What a household had in a year, what is left of it a month and a head, and what that is called. */
export const meansPages: DefinitionDraft['pages'] = [
  {
    id: 'money_page',
    title: { zh: '过去一年的收支', en: 'Money in the last year' },
    intro: { zh: '全家加起来。记不准就估一下。', en: 'Everybody together. A guess is fine.' },
    fields: [
      {
        type: 'money',
        name: 'income',
        label: { zh: '到手的收入', en: 'Take-home income' },
        hint: { zh: '工资、养老金、务农、补贴都算。', en: 'Wages, pensions, farming, allowances.' },
        required: true,
        sensitive: true,
        max: 1_000_000_000,
      },
      {
        type: 'money',
        name: 'needed',
        label: { zh: '非花不可的大钱', en: 'Large sums that had to be spent' },
        hint: {
          zh: '自己付的医药费、学费等。没有就填 0。',
          en: 'Medical costs paid by themselves, school fees. If none, write 0.',
        },
        required: true,
        sensitive: true,
        max: 1_000_000_000,
      },
      {
        type: 'money',
        name: 'lost',
        label: { zh: '突然的损失', en: 'Sudden losses' },
        hint: {
          zh: '火灾、车祸、重病等。没有就填 0。',
          en: 'From a fire, an accident or a grave illness. If none, write 0.',
        },
        required: true,
        sensitive: true,
        max: 1_000_000_000,
      },
      {
        type: 'money',
        name: 'line',
        label: { zh: '当地低保标准，每人每月', en: 'The local minimum-living line, for each person a month' },
        hint: { zh: '由工会的人填。', en: 'For the cadre to fill in.' },
        required: true,
        min: 100,
        max: 1_000_000,
      },
    ],
  },
  {
    id: 'result_page',
    title: { zh: '算出来的', en: 'The result' },
    fields: [
      {
        type: 'computed',
        name: 'per_head',
        label: { zh: '每人每月还剩', en: 'Left for each person a month' },
        hint: {
          zh: '（收入－非花不可的）÷ 12 ÷ 人数',
          en: '(Income − what had to be spent) ÷ 12 ÷ people',
        },
        value: 'left_per_head',
      },
      {
        type: 'computed',
        name: 'twice',
        label: { zh: '低保标准的两倍', en: 'Twice the minimum-living line' },
        value: 'twice_the_line',
      },
    ],
  },
  {
    id: 'deep',
    title: { zh: '深度困难', en: 'Deep hardship' },
    show: 'is_deep',
    fields: [
      {
        type: 'note',
        name: 'deep_note',
        label: { zh: '低于当地低保标准', en: 'Below the minimum-living line' },
        hint: {
          zh: '也请提醒这户到乡镇（街道）申请低保。',
          en: 'Please also remind them to apply for the minimum-living allowance in their township.',
        },
      },
    ],
  },
  {
    id: 'relative',
    title: { zh: '相对困难', en: 'Relative hardship' },
    show: 'is_relative',
    fields: [
      {
        type: 'note',
        name: 'relative_note',
        label: { zh: '低于低保标准的两倍', en: 'Below twice the minimum-living line' },
      },
    ],
  },
  {
    id: 'sudden',
    title: { zh: '意外致困', en: 'Hardship from a sudden loss' },
    show: 'is_sudden',
    fields: [
      {
        type: 'note',
        name: 'sudden_note',
        label: { zh: '损失超过全年收入的 80%', en: 'More than 80 % of a year’s income was lost' },
      },
    ],
  },
]

/**
 * Beside the local minimum-living line: below it is deep, below twice it relative hardship. Where more than 80 % of a year's
 * income was lost at once, it is hardship by accident.
 */
export const meansConditions: DefinitionDraft['conditions'] = {
  is_deep: {
    name: { zh: '深度困难', en: 'Deep' },
    when: { lt: [{ ref: 'left_per_head' }, { ref: 'line' }] },
  },
  is_relative: {
    name: { zh: '相对困难', en: 'Relative' },
    when: {
      and: [
        { ge: [{ ref: 'left_per_head' }, { ref: 'line' }] },
        { lt: [{ ref: 'left_per_head' }, { ref: 'twice_the_line' }] },
      ],
    },
  },
  is_sudden: {
    name: { zh: '意外致困', en: 'From a sudden loss' },
    when: { gt: [{ ref: 'lost' }, { ref: 'most_of_income' }] },
  },
}

export const meansValues: DefinitionDraft['values'] = {
  left_per_head: {
    name: { zh: '每人每月还剩', en: 'Left for each person a month' },
    kind: 'money',
    of: { div: [{ div: [{ sub: [{ ref: 'income' }, { ref: 'needed' }] }, 12] }, { ref: 'heads' }] },
  },
  twice_the_line: {
    name: { zh: '低保标准的两倍', en: 'Twice the minimum-living line' },
    kind: 'money',
    of: { mul: [{ ref: 'line' }, 2] },
  },
  most_of_income: {
    name: { zh: '收入的 80%', en: '80 % of the income' },
    kind: 'money',
    of: { mul: [{ ref: 'income' }, 0.8] },
  },
}
