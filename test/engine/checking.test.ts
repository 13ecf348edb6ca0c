import { describe, expect, test } from 'vitest'
import { grievance } from '../../src/cases/grievance/process.ts'
import { processes } from '../../src/cases/processes.ts'
import type { Move } from '../../src/engine/move.ts'
import { type Checked, faultsOf } from './checking.ts'

test.each(Object.keys(processes) as (keyof typeof processes)[])('%s can be lived by', (name) => {
  expect(faultsOf(processes[name] as Checked)).toEqual([])
})

describe('a process that is broken on purpose is found out', () => {
  const whole = grievance as Checked
  const without = (...actions: string[]): Checked => ({
    ...whole,
    moves: Object.fromEntries(Object.entries(whole.moves).filter(([action]) => !actions.includes(action))),
  })
  const changed = (action: string, change: Partial<Move>): Checked => ({
    ...whole,
    moves: { ...whole.moves, [action]: { ...(whole.moves[action] as Move), ...change } },
  })

  test('a state that nothing leads to', () => {
    expect(faultsOf(without('refer', 'escort'))).toEqual(['referred is never reached'])
  })

  test('a state in which nothing is due', () => {
    const states = { ...whole.states, dispatched: { holder: 'its_handler' as const } }
    const moves = changed('accept', { starts: [] }).moves
    const timeless = faultsOf({
      ...whole,
      states,
      moves: { ...moves, file: { ...(moves.file as Move), starts: [] } },
    })
    expect(timeless).toContain('dispatched has nothing due while its_handler has the case')
  })

  test('a wait for the worker that no time ends', () => {
    expect(faultsOf(without('lapse_objection'))).toContain(
      'declined waits for the worker, and no time ends that',
    )
  })

  test('a case that cannot end without the worker', () => {
    const faults = faultsOf(without('confirm_withdrawal', 'reinstate'))
    expect(faults).toContain('withdrawn cannot end without the worker')
  })

  test('a person who signs what he drafted', () => {
    expect(faultsOf(changed('sign', { not: ['reviewer'] }))).toEqual(['the drafter may sign'])
  })

  test('a person who approves his own draft, where it was forgotten who wrote it', () => {
    expect(faultsOf(changed('submit_draft', { clears: ['drafter'], makes: 'reviewer' }))).toContain(
      'approve lets pass what no drafter made',
    )
  })

  test('one person who declines alone', () => {
    expect(faultsOf(changed('agree_decline', { when: [] }))).toContain(
      'agree_decline lets pass what no proposer made',
    )
  })

  test('a condition that the clock cannot ask', () => {
    expect(faultsOf(changed('lapse_info', { when: ['answered'] }))).toEqual([
      'the clock cannot ask answered of lapse_info',
    ])
  })

  test('a case of a process that is none of its children, and one that the clock opens', () => {
    expect(faultsOf(changed('refer', { opens: 'register' }))).toEqual(['refer opens register'])
    const children = { register: {} }
    const moves = changed('lapse_info', { opens: 'register' }).moves
    expect(faultsOf({ ...whole, children, moves })).toEqual(['the clock opens nothing by lapse_info'])
  })
})
