import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { enterprises } from '../../src/db/tables/orgs.ts'
import type { EmployerStatus } from '../../src/db/vocabulary.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { settleEmployer } from '../../src/intake/form/employer.ts'
import { FormBody } from '../../src/ui/form-body.ts'
import { urls } from '../../src/urls.ts'
import { employers } from '../support/town/places.ts'
import { answers, db, found, openedToken, visitor } from './visitor.ts'

const definition = v.parse(definitionSchema, standardForms.grievance)
const { works } = employers

beforeAll(found)

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

/** Another employer in the register, as its union registered it. */
async function registered(id: string, zh: string, status: EmployerStatus) {
  const createdAt = new Date('2026-11-23T02:00:00Z')
  await db.insert(enterprises).values({ id, orgId: 'elsewhere', name: { zh, en: id }, status, createdAt })
}

test.each(['waiting', 'refused'] as const)(
  'an employer that is %s draws no case, by name or by choice',
  async (status) => {
    const name = `春光${status}厂`
    await registered(status, name, status)
    const asWritten = { employer: { id: null, name } }
    expect(await settle(name)).toMatchObject({ enterprise: null, undecided: null, answers: asWritten })
    expect(await settle(name, status)).toMatchObject({
      enterprise: null,
      undecided: null,
      answers: asWritten,
    })
  },
)

test('many names around one do not hide the one that was written', async () => {
  for (const one of ['甲', '乙', '丙', '丁', '戊', '己', '庚'])
    await registered(one, `${one}秋实机械公司`, 'approved')
  await registered('real', '秋实机械公司', 'approved')
  expect((await settle('秋实机械公司')).enterprise?.id).toBe('real')
})

test('beside each employer to choose from stands its union', async () => {
  const worker = visitor()
  const path = urls.form('grievance')
  const token = await openedToken(worker, path)
  const page = await worker.post(path, { ...answers, employer: '东升', token, step: 'check' })
  expect(page.status).toBe(422)
  const text = (await page.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('东升制衣有限公司 所属工会：东升制衣工会')
  expect(text).toContain('东升物流有限公司 所属工会：华阳镇总工会')
})
