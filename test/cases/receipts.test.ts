import { expect, test } from 'vitest'
import { keyDigest, readReceipt, receiptFor, receiptGroups, receiptHash } from '../../src/cases/receipts.ts'

const secret = 'a secret of at least thirty-two characters'

test('the same key gives the same receipt, another key or secret another one', async () => {
  const receipt = await receiptFor(secret, 'key')
  expect(receipt).toBe('WR72QCPX5C229HCX')
  expect(await receiptFor(secret, 'key')).toBe(receipt)
  expect(await receiptFor(secret, 'other key')).not.toBe(receipt)
  expect(await receiptFor('another secret of thirty-two characters', 'key')).not.toBe(receipt)
})

test('what the database keeps of receipt and key are two different digests', async () => {
  const receipt = await receiptFor(secret, 'key')
  expect(await receiptHash(secret, receipt)).toMatch(/^[0-9a-f]{64}$/)
  expect(await keyDigest(secret, 'key')).not.toBe(await receiptHash(secret, 'key'))
})

test('a receipt is read as people type it', () => {
  expect(readReceipt(' c23f-gh45 jm67\u2013PQ89 ')).toBe('C23FGH45JM67PQ89')
  expect(readReceipt('Ｃ２３ＦＧＨ４５ＪＭ６７ＰＱ８９')).toBe('C23FGH45JM67PQ89')
})

test.each(['', 'C23F', 'C23FGH45JM67PQ8', 'C23FGH45JM67PQ89X', 'A23FGH45JM67PQ89', 'C23FGH45JM67PQ8🙂'])(
  '%j is no receipt',
  (typed) => {
    expect(readReceipt(typed)).toBeNull()
  },
)

test('a receipt is shown in four groups of four', () => {
  expect(receiptGroups('C23FGH45JM67PQ89')).toEqual(['C23F', 'GH45', 'JM67', 'PQ89'])
})
