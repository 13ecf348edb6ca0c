import type { Scenario } from '../story.ts'
import { contract } from './contract.ts'
import { hardship } from './hardship.ts'
import { hours } from './hours.ts'
import { organising } from './organising.ts'
import { past } from './past.ts'
import { safety } from './safety.ts'
import { voices } from './voices.ts'
import { wages } from './wages.ts'
import { women } from './women.ts'

export const scenarios: Scenario[] = [
  ...wages,
  ...hours,
  ...contract,
  ...safety,
  ...women,
  ...hardship,
  ...organising,
  ...voices,
  ...past,
]
