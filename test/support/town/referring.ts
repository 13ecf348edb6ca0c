import { grievance } from '../../../src/cases/grievance/process.ts'
import type { GrievanceInput, GrievanceSubject } from '../../../src/cases/grievance/subject.ts'
import { enter } from '../../../src/cases/register/beginning.ts'
import { register } from '../../../src/cases/register/process.ts'
import { act } from '../../../src/engine/act.ts'
import type { Process } from '../../../src/engine/process.ts'
import { told } from './story.ts'
import { type Held, succeeded, type Town, type Who } from './town.ts'

/** A grievance that, once it is referred, has somebody look after what became of it. */
const process = {
  ...grievance,
  moves: { ...grievance.moves, refer: { ...grievance.moves.refer, opens: 'register' } },
  children: { register: { process: register, begin: enter } },
} as unknown as Process<GrievanceSubject, GrievanceInput, never>

/** A person acts on a case by this process. */
export async function steps(here: Town, who: Who, held: Held, action: string, input: GrievanceInput) {
  const subject = (await here.load(who, held)) as GrievanceSubject
  const staff = typeof who === 'string' ? here.people[who] : who
  return act(process, here.scene, { kind: 'staff', staff }, subject, action, input)
}

/** A case that was referred, and the entry of the register that this opened. */
export async function referred(here: Town) {
  const held = await here.file()
  await here.reach(held, 'investigating')
  succeeded(await steps(here, 'handler', held, 'refer', { reason: 'The bureau has to decide.', ...told }))
  const [opened] = (await here.load('officer', held)).relatives
  if (!opened) throw new Error('Nothing was opened')
  return { held, child: { ...held, ...opened } }
}
