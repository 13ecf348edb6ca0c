/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from 'vitest'
import { waitSeconds } from '../../src/ui/limiting.ts'
import { networkOf } from '../../src/ui/network.ts'

const [settings = ''] = Object.values(
  import.meta.glob<string>('/wrangler.toml', { query: '?raw', import: 'default', eager: true }),
)

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::6', '2001:db8:1:3::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('nobody is asked to wait shorter than a limit counts', () => {
  const periods = [...settings.matchAll(/period = (\d+)/g)].map(([, period]) => Number(period))
  expect(periods).toHaveLength(5)
  expect(periods.filter((period) => period > waitSeconds)).toEqual([])
})

test('the limits count apart: no two share a namespace', () => {
  const namespaces = [...settings.matchAll(/namespace_id = "(\d+)"/g)].map(([, id]) => id)
  expect(new Set(namespaces).size).toBe(5)
})
