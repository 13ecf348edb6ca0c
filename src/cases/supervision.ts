/** Why supervision starts by itself; stored as the cause of its event. */
export const supervisionCauses = [
  'overdue',
  'silence',
  'no_contact',
  'again',
  'third_dispatch',
  'retaliation',
] as const
export type SupervisionCause = (typeof supervisionCauses)[number]
