import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { Definition } from '../../forms/definition.ts'
import { type Room, roomForAll, roomIn } from '../../forms/room.ts'
import type { Opened } from '../../forms/versions.ts'
import { logFailure } from '../../log.ts'

/** Where there is no place left; where nobody can tell, because the database is away, nobody is turned away. */
export function roomHere(c: Context<AppEnv>, opened: Opened, definition: Definition): Promise<Room> {
  return roomIn(c.var.db, opened, definition).catch((error) => {
    logFailure('The places of a form could not be counted', error)
    return roomForAll
  })
}
