import type { Fault, Found, Verdict } from '../../src/cases/record/verifying.ts'

const faults: Record<Fault, string> = {
  altered: 'this entry is not what was recorded',
  gone: 'this entry is in the record, and gone from the database',
  out_of_order: 'this entry stands twice, or out of order',
  missing_before: 'an entry before this one is missing',
  other_number: 'this day has more or fewer entries than its head takes in',
  other_head: 'entries of this day were removed, added or replaced, or its head was',
  does_not_follow: 'this day does not follow the one before; a day is missing, or its head was replaced',
  not_as_written_down: 'the head of this day is not the one that was written down',
  day_missing: 'this day is not in the files, though its head was written down',
}

/** A fault with its place, for whoever checks. */
export function inWords({ fault, file, line, day, caseId, seq }: Found): string {
  const places = [
    line > 0 ? `${file}, line ${line}` : file,
    day && `day ${day}`,
    caseId && `case ${caseId}, event ${seq}`,
  ]
  return `${places.filter(Boolean).join(', ')}: ${faults[fault]}.`
}

/** What is no fault, and what these files alone could not show. */
export function uncheckedInWords(verdict: Verdict, heads: number): string[] {
  const { deleted, sealed, begunBefore, restsOn, anchoredTo } = verdict
  return [
    deleted > 0 && `Entries whose words were deleted: ${deleted}. What was recorded of them is whole.`,
    sealed > 0 && `Entries of cases that are strict now: ${sealed}. Only that they are there was checked.`,
    begunBefore > 0 &&
      `Cases that began before these files: ${begunBefore}. Give the files before as well to check them whole.`,
    restsOn && `Not checked: the head before the first day, ${restsOn}.`,
    anchoredTo && `Not checked against a written head: days after ${anchoredTo}.`,
    heads === 0 &&
      'Not checked: whether somebody made the whole record anew; give a head that was written down, with --head.',
  ].filter((line) => typeof line === 'string')
}
