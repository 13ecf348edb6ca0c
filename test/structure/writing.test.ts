import { expect, test } from 'vitest'
import { sources } from './sources.ts'

const tables = ['cases', 'caseEvents', 'duties']
const writing = new RegExp(
  `\\.(?:insert|update|delete)\\(\\s*(?:${tables.join('|')})\\b|insertSelect\\(\\s*[\\w.]+,\\s*(?:${tables.join('|')})\\b|\\b(?:insert into|update|delete from) (?:cases|case_events|duties)\\b`,
)

test('nothing but the engine writes a case, its events or its duties', () => {
  const writers = sources.filter(([, text]) => writing.test(text)).map(([path]) => path)
  expect(writers.length).toBeGreaterThan(3)
  expect(writers.filter((path) => !path.startsWith('engine/'))).toEqual([])
})

test('the engine knows nothing of grievances', () => {
  const ofOne = /\b(?:grievances?|replies|ratings|wages|harassment|withdraw\w*|mediat\w+)\b/i
  const lines = sources
    .filter(([path]) => path.startsWith('engine/'))
    .flatMap(([path, text]) => text.split('\n').map((line) => `${path}: ${line}`))
  expect(lines.filter((line) => ofOne.test(line) && !/:\s*(?:\/?\*|\/\/)/.test(line))).toEqual([])
})

test('only mails/ and notices/ write what people are told, and the domain through them', () => {
  const told =
    /\.(?:insert|update|delete)\(\s*(?:notices|deliveries)\b|insertSelect\(\s*[\w.]+,\s*(?:notices|deliveries)\b/
  const writers = sources.filter(([, text]) => told.test(text)).map(([path]) => path)
  expect(writers.sort()).toEqual([
    'cases/clock/noticing.ts',
    'cases/clock/telling-stranded.ts',
    'cases/ringing.ts',
    'engine/gathering.ts',
    'engine/telling.ts',
    'mails/forgetting.ts',
    'mails/sender.ts',
    'mails/sending-test.ts',
    'mails/taking.ts',
    'notices/delivering.ts',
    'notices/readdressing.ts',
    'notices/writing.ts',
    'orgs/resending.ts',
  ])
})

test('the sender is woken in one place for pages, and by jobs for themselves', () => {
  const waking = sources.filter(([, text]) => /\.wake\(/.test(text)).map(([path]) => path)
  expect(waking.sort()).toEqual([
    'desk/answers/file-routes.tsx', // has what was asked for begun at once
    'desk/answers/making.ts',
    'desk/search/routes.tsx', // has what changed followed before somebody misses it
    'mails/all.ts',
    'mails/digest/weekly.ts',
    'mails/telling-workers.ts',
    'request.ts',
    'schedule.ts',
    'watch/following-changes.ts',
    'watch/hourly.ts',
    'watch/keeping-record.ts',
    'watch/keys.ts',
    'watch/moving-on.ts',
  ])
})

test('nothing changes or deletes the record, and of the log only what was kept long enough goes', () => {
  const changing =
    /\.(?:update|delete)\(\s*(?:auditLog|eventLinks|dayHeads)\b|onConflictDoUpdate[^)]*(?:auditLog|eventLinks|dayHeads)|\b(?:update|delete from|replace into) (?:audit_log|event_links|day_heads)\b/i
  const writers = sources.filter(([, text]) => changing.test(text)).map(([path]) => path)
  expect(writers).toEqual(['orgs/forgetting-log.ts'])
})

test('only the record’s own jobs write it', () => {
  const adding = /\.insert\(\s*(?:eventLinks|dayHeads)\b|insertSelect\(\s*\w+,\s*(?:eventLinks|dayHeads)\b/
  const writers = sources.filter(([, text]) => adding.test(text)).map(([path]) => path)
  expect(writers).toEqual(['cases/record/closing-days.ts', 'cases/record/linking.ts'])
})
