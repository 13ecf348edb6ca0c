import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { settleEmployer } from '../../src/intake/form/employer.ts'
import { FormBody } from '../../src/ui/form-body.ts'
import { employers, plant } from '../support/town/places.ts'

const db = openDb(env.DB)
const definition = v.parse(definitionSchema, standardForms.grievance)
const { works } = employers

beforeAll(() => plant(db, new Date('2026-11-23T02:00:00Z')))

function settle(name: string, id: string | null = null) {
  const answers = Object.freeze({ what: 'No wages.', employer: Object.freeze({ id, name }) })
  const form = { definition, enterprise: null }
  const posted = new FormBody(new Map([['employer-id', [id ?? '']]]))
  return settleEmployer(db, form, { answers, posted, locale: 'zh' }, async () => true)
}

test('an employer that goes by exactly this name is taken, and called as the register calls it', async () => {
  const settled = await settle('Dongsheng Garments')
  expect(settled.enterprise?.id).toBe('works')
  expect(settled.answers).toEqual({ what: 'No wages.', employer: { id: 'works', name: works.name.zh } })
})

test('of several the worker has to choose; until then the name stays as he wrote it', async () => {
  const settled = await settle('东升')
  expect(settled).toMatchObject({ enterprise: null, undecided: 'employer-id' })
  expect(settled.candidates).toHaveLength(2)
  expect(settled.answers.employer).toEqual({ id: null, name: '东升' })
})

test('a chosen employer that does not go by the name is not taken', async () => {
  expect((await settle('别的厂', 'works')).answers.employer).toEqual({ id: null, name: '别的厂' })
  expect((await settle('东升制衣', 'works')).answers.employer).toEqual({ id: 'works', name: works.name.zh })
})
