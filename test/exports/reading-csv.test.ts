import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteOrderMark, csvLine } from '../../src/exports/csv.ts'
import { csvRows } from '../../src/exports/reading-csv.ts'

const cell = fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", '“a”', 'a\r\nb', '"', ',', '-', '＋'))

test('a table that was written as CSV is read as it was', () => {
  const rows = fc.array(
    fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ['id', ...cells]),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, (all) => {
      const head = ['a', 'b', 'c']
      expect(csvRows([byteOrderMark, ...[head, ...all].map(csvLine)].join(''))).toEqual([head, ...all])
    }),
  )
})

test.each([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r\n"1\t""x"""\t2',
    [
      ['a', 'b'],
      ['1\t"x"', '2'],
    ],
  ],
  [
    'a,b\n\n,\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a\tb\n"never closed\t1\n2\t3',
    [
      ['a', 'b'],
      ['"never closed', '1'],
      ['2', '3'],
    ],
  ],
  [
    'a\tb\n“x”\t"No pay" says it\n"2" \t3',
    [
      ['a', 'b'],
      ['“x”', '"No pay" says it'],
      ['2', '3'],
    ],
  ],
])('reads %j', (text, rows) => {
  expect(csvRows(text)).toEqual(rows)
})
