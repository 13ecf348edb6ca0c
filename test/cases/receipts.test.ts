import { expect, test } from 'vitest'
import { caseIdFor, receiptFor, receiptGroups, receiptHash } from '../../src/cases/receipts.ts'

const secret = 'a secret of at least thirty-two characters'

test('the same key gives the same receipt, another key or secret another one', async () => {
  const receipt = await receiptFor(secret, 'key')
  expect(receipt).toBe('WR72QCPX5C229HCX')
  expect(await receiptFor(secret, 'key')).toBe(receipt)
  expect(await receiptFor(secret, 'other key')).not.toBe(receipt)
  expect(await receiptFor('another secret of thirty-two characters', 'key')).not.toBe(receipt)
})

test('what the database keeps of receipt and key are two different digests, and a key makes one case', async () => {
  const receipt = await receiptFor(secret, 'key')
  expect(await receiptHash(secret, receipt)).toMatch(/^[0-9a-f]{64}$/)
  const id = await caseIdFor(secret, 'key')
  expect(await caseIdFor(secret, 'key')).toBe(id)
  expect(await receiptHash(secret, 'key')).not.toContain(id)
})

test('a receipt is shown in four groups of four', () => {
  expect(receiptGroups('C23FGH45JM67PQ89')).toEqual(['C23F', 'GH45', 'JM67', 'PQ89'])
})
