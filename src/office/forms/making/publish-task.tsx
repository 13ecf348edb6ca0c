import { differencesBetween } from '../../../forms/building/differences.ts'
import type { Definition } from '../../../forms/definition.ts'
import type { Problem } from '../../../forms/faults.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { urls } from '../../../urls.ts'
import { faultInWords } from '../fault-in-words.ts'
import { DifferenceList } from './difference-list.tsx'
import { addressOfTask, standingOf, tasks } from './tasks.ts'
import { type Making, Part, PartForm } from './with-copy.tsx'

/** Before it is published: what is still wrong and where, or what is otherwise than in the current version. */
export function PublishTask({ it, current }: { it: Making; current: Definition | null }) {
  const { view } = it.c.var
  const t = view.m.builder.publish
  const { read, open } = standingOf(it.copy, current)
  if (!read.ok || open.publish.length > 0)
    return (
      <Part it={it} title={view.m.builder.task.publish}>
        <Notice kind="warning" title={t.faults} />
        {tasks
          .filter((task) => task !== 'publish' && open[task].length > 0)
          .map((task) => (
            <>
              <h2>{view.m.builder.task[task]}</h2>
              <Faults it={it} problems={open[task]} />
              <p class="row">
                <a href={addressOfTask[task](it.copy.id)}>{t.putRight}</a>
              </p>
            </>
          ))}
      </Part>
    )
  const { weight, all } = current
    ? differencesBetween(current, read.definition)
    : { weight: 'none' as const, all: [] }
  const isSame = current !== null && weight === 'none'
  return (
    <Part it={it} title={view.m.builder.task.publish}>
      {isSame ? <p class="lead">{t.same}</p> : <p class="lead">{current ? t.weights[weight] : t.first}</p>}
      {current && all.length > 0 && <DifferenceList view={view} all={all} />}
      {!isSame && (
        <PartForm it={it} action={urls.officeFormPublish(it.copy.id)}>
          <Submit>{t.now}</Submit>
        </PartForm>
      )}
    </Part>
  )
}

function Faults({ it: { c }, problems }: { it: Making; problems: readonly Problem[] }) {
  const { m } = c.var.view
  return (
    <ul>
      {problems.slice(0, 20).map((problem) => (
        <li>{faultInWords(m.office.forms, problem, m.builder.called)}</li>
      ))}
    </ul>
  )
}
