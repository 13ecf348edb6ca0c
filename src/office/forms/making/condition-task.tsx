import { conditionsOf, mostLines, sentencesOf, usesOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom } from '../../../forms/building/working.ts'
import type { Json } from '../../../forms/json.ts'
import { ByEnter, Submit } from '../../../ui/fields/sending.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { urls } from '../../../urls.ts'
import { conditionIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import { titleOf } from './pages-task.tsx'
import { QuestionSelect } from './question-select.tsx'
import { Removing } from './removing.tsx'
import { SentenceLines, TooRich } from './sentence-lines.tsx'
import { TextPair } from './text-pair.tsx'
import { type Making, Part, PartForm } from './with-copy.tsx'

/** One condition, sentence by sentence, and what a change of it touches. */
export function ConditionTask(it: Making) {
  const condition = conditionOf(it)
  if (!condition) return null
  const { c, copy, working } = it
  const { view } = c.var
  const t = view.m.builder.logic
  const id = c.req.param('condition') ?? ''
  const name = bilingualFrom(condition.name)
  const said = sentencesOf(condition.when)
  return (
    <Part
      it={it}
      title={inWords(view, name, id)}
      up={<a href={urls.officeFormLogic(copy.id)}>{view.m.builder.task.logic}</a>}
    >
      <Touched it={it} id={id} />
      <PartForm it={it} action={urls.officeFormCondition(copy.id, id)}>
        <ByEnter name="act" value="save" />
        <TextPair view={view} at="name" label={t.name} value={name} error={it.errors['name-zh']} />
        {said ? (
          <SentenceLines it={it} said={said} />
        ) : (
          <TooRich it={it} words={conditionIn({ view, working }, condition.when)} />
        )}
        <Submit name="act" value="save">
          {view.m.common.save}
        </Submit>
        {said && said.lines.length < mostLines && (
          <>
            <QuestionSelect {...it} />
            <Submit quiet name="act" value="add">
              {t.addLine}
            </Submit>
          </>
        )}
        <Removing label={t.remove} means={t.removeLead} />
      </PartForm>
    </Part>
  )
}

function Touched({ it: { c, working }, id }: { it: Making; id: string }) {
  const { view } = c.var
  const t = view.m.builder.logic
  const { pages, questions, conditions } = usesOf(working, id)
  const all = conditionsOf(working)
  const names = [
    ...pages.map((page) => t.shows(titleOf(view, page))),
    ...questions.map(({ label }) => t.requires(inWords(view, label))),
    ...conditions.map((one) => t.leans(inWords(view, bilingualFrom(all[one]?.name), one))),
  ]
  if (names.length === 0) return <p class="quiet">{t.touchesNothing}</p>
  return (
    <Notice title={t.touches}>
      <ul>
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The condition that the address names. */
export function conditionOf({ c, working }: Omit<Making, 'errors'>): Json | undefined {
  return conditionsOf(working)[c.req.param('condition') ?? '']
}
