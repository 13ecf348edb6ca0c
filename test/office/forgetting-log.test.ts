import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { firstIdAt, newId } from '../../src/db/id.ts'
import { deletions } from '../../src/db/tables/deletions.ts'
import { auditLog } from '../../src/db/tables/orgs.ts'
import { forgetLog } from '../../src/orgs/forgetting-log.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.db.delete(auditLog)
})

async function entries(count: number, at: Date) {
  for (let left = count; left > 0; left -= 20)
    await here.db.insert(auditLog).values(
      Array.from({ length: Math.min(left, 20) }, () => ({
        ...{ id: newId(at), at, staffId: 'officer', action: 'signed_in', subject: 'officer@union.example' },
      })),
    )
}

test('an entry of the log is kept for the days of the settings, and then goes with a row in the ledger', async () => {
  await entries(2, days(-1096))
  await entries(3, days(-1094))
  await forgetLog(here.scene)
  await forgetLog(here.scene)
  const left = await here.db.select().from(auditLog)
  expect(left.map(({ at }) => at)).toEqual(Array(3).fill(days(-1094)))
  expect(left.every(({ id }) => id > firstIdAt(days(-1095)))).toBe(true)
  expect(await here.db.select().from(deletions)).toMatchObject([
    { what: 'log', why: 'retention', count: 2, caseNumber: null },
  ])
  const ledger = read(await (await (await at('auditor')).get(urls.officeDeletions)).text())
  expect(ledger).toContain('操作日志 2 条 保存期满')
})

test('much goes in slices', async () => {
  await entries(620, days(-1200))
  await forgetLog(here.scene)
  expect(await here.db.$count(auditLog)).toBe(120)
  await forgetLog(here.scene)
  expect(await here.db.$count(auditLog)).toBe(0)
})
