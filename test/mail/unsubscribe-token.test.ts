import { expect, test } from 'vitest'
import { mailChoiceToken, staffOfChoiceToken } from '../../src/mail/unsubscribe-token.ts'

const secret = 'a secret of at least thirty-two characters'

test.each(['staff-1', 'lin.qiushi'])('a token leads back to the person it was made for: %s', async (id) => {
  const token = await mailChoiceToken(secret, id)
  expect(await staffOfChoiceToken(secret, token)).toBe(id)
})

test.each([
  ['another person', (token: string) => token.replace('staff-1', 'staff-2')],
  ['a changed signature', (token: string) => token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['no signature', () => 'staff-1'],
  ['a signature in capitals', (token: string) => token.toUpperCase().replace('STAFF', 'staff')],
  ['something that is no signature', () => 'staff-1.%%%'],
  ['more than there should be', (token: string) => `${token}.x`],
])('a token with %s leads to nobody', async (_, tamper) => {
  const token = await mailChoiceToken(secret, 'staff-1')
  expect(await staffOfChoiceToken(secret, tamper(token))).toBeNull()
})

test('a token of another service leads to nobody', async () => {
  const token = await mailChoiceToken('a different secret of thirty-two characters', 'staff-1')
  expect(await staffOfChoiceToken(secret, token)).toBeNull()
})
