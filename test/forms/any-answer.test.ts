import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAnswers } from '../../src/forms/checked-answers.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { refused, right } from './any/answers.ts'
import { runs } from './any/effort.ts'
import { settings } from './any/questions.ts'
import { examples, formOf, type Kind, text } from './examples.ts'
import { hurriedTown, openedForm } from './one-question.ts'
import { posted } from './posted.ts'

const kinds = Object.keys(examples) as Kind[]
/** A question of a kind as it may be set, with something posted to it. */
const asking = <Given extends object>(
  kind: Kind,
  given: Record<Kind, (it: Record<string, unknown>) => fc.Arbitrary<Given>>,
) =>
  settings[kind].chain((it) =>
    given[kind]({ ...it }).map((one) => ({ asked: { type: kind, ...it }, ...one })),
  )

/** A form that asks it, between two others. */
function readingOf(asked: object, given: Record<string, string | string[]>) {
  const other = (name: string) => ({ type: 'text', name, label: text(name) })
  const fields = [other('before'), { name: 'asked', label: text('问'), ...asked }, other('after')]
  const read = readDraft({ ...formOf(text('t')), pages: [{ id: 'part', title: text('s'), fields }] })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const values = Object.fromEntries(Object.entries(given).map(([end, value]) => [`asked${end}`, value]))
  return readAnswers(read.definition, posted({ before: '甲', ...values, after: '乙' }), {
    named: true,
    today: '2026-11-22',
  })
}

describe('of any question', () => {
  test.each(kinds)('of the kind %s a right answer is kept as it was meant, alone', (kind) => {
    fc.assert(
      fc.property(asking(kind, right), ({ asked, posted, kept }) => {
        const { answers, identity, errors, unknown } = readingOf(asked, posted)
        expect({ errors, unknown }).toEqual({ errors: {}, unknown: [] })
        const { before, after, ...own } = answers
        expect([before, after]).toEqual(['甲', '乙'])
        const inVault = identity.asked
        if (inVault === undefined) expect(own).toEqual({ asked: kept })
        else expect(own).toEqual({})
        if (inVault !== undefined && typeof kept === 'string') expect(inVault).toBe(kept)
      }),
      runs(40),
    )
  })

  test.each(kinds)('of the kind %s a wrong one is refused there, and nowhere else', (kind) => {
    fc.assert(
      fc.property(asking(kind, refused), ({ asked, posted, why }) => {
        const { answers, identity, errors } = readingOf({ ...asked, required: true }, posted)
        expect(errors).toEqual({ asked: why })
        expect({ answers, identity }).toEqual({ answers: { before: '甲', after: '乙' }, identity: {} })
      }),
      runs(40),
    )
  })
})

describe('on its page', () => {
  beforeAll(hurriedTown)

  const any = fc.constantFrom(...kinds)

  test('any question is drawn with each of its controls, and goes on when it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        any.chain((kind) => asking(kind, right)),
        async ({ asked, posted }) => {
          // Who begins now is not shown what is offered no more.
          fc.pre(!JSON.stringify(asked).includes('"retired":true'))
          const { page, sent } = await openedForm(asked)
          // Which one is meant is asked only where several go by the words.
          const drawn = Object.keys(posted).filter((end) => end !== '-id')
          for (const end of drawn) expect(page, end).toContain(`name="asked${end}"`)
          // Of several employers by that name it is none.
          const meant = asked.type === 'enterprise' ? { '-id': 'none', ...posted } : posted
          expect(await sent(meant)).toContain('请核对')
        },
      ),
      runs(25),
    )
  })

  test('what is wrong with any is said at it', async () => {
    await fc.assert(
      fc.asyncProperty(
        any.chain((kind) => asking(kind, refused)),
        async ({ asked, posted }) => {
          const { sent } = await openedForm({ ...asked, required: true })
          expect(await sent(posted)).toMatch(/href="#asked/)
        },
      ),
      runs(25),
    )
  })
})
