import { receiptGroups } from '../../src/cases/receipts.ts'
import type { Played } from './filing.ts'

/** Cases worth following in a first tour, each with what there is to see. */
const shown: Record<string, string> = {
  'wages-department-store': 'answered, waits for the worker’s rating',
  'hardship-student': 'the union asks for something',
  'wages-cold-chain': 'being handled, with messages',
  'wages-spinning': 'closed as solved',
}

/** The receipts of a few demo cases, for the terminal: nothing else knows them. */
export function receiptLines(played: Played[]): string {
  const lines = played
    .filter(({ scenario }) => scenario.key in shown)
    .map(({ scenario, receipt }) => `  ${receiptGroups(receipt).join(' ')}   ${shown[scenario.key]}`)
  return ['', 'Receipts of demo cases, to be followed on the home page:', ...lines].join('\n')
}
