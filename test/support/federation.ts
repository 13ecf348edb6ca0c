import { found } from '../../scripts/demo/federation.ts'
import { isEmpty } from '../../scripts/demo/seed.ts'
import { openDb } from '../../src/db/client.ts'
import type { Huying } from './huying.ts'

/** The demo's federation without its cases, and without the pause that keeps machines from filing. */
export async function seedFederation({ d1, secrets }: Pick<Huying, 'd1' | 'secrets'>): Promise<void> {
  if (!(await isEmpty(d1))) return
  await found(openDb(d1), secrets.keys, new Date())
  await d1
    .prepare("insert into settings (key, value, updated_at) values ('minimumFillSeconds', '0', 0)")
    .run()
}
