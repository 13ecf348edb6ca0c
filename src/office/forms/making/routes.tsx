import type { Context } from 'hono'
import { seatWaiting } from '../../../cases/seats/setting-quotas.ts'
import { type StaffEnv, staffFactory } from '../../../env.ts'
import { differencesBetween } from '../../../forms/building/differences.ts'
import {
  beginVersion,
  discardCopy,
  publishCopy,
  workingCopyOf,
} from '../../../forms/building/working-copies.ts'
import { readStored } from '../../../forms/stored-definitions.ts'
import { readForm } from '../../../ui/form-body.ts'
import { problem } from '../../../ui/problem.tsx'
import { patterns, query, urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'
import { officeOf, wholeAdministrators } from '../../guards.ts'
import { currentVersion, versionNumbered } from '../current-version.ts'
import { VersionPage } from '../forms-pages.tsx'
import { formTitle } from '../titles.ts'
import { AboutTask, takeAbout } from './about-task.tsx'
import { CheckTask, takeCheck } from './check-task.tsx'
import { ConditionTask } from './condition-task.tsx'
import { DifferenceList } from './difference-list.tsx'
import { LogicTask, takeLogic } from './logic-task.tsx'
import { PageTask, takePage } from './page-task.tsx'
import { PagesTask, takePages } from './pages-task.tsx'
import { PreviewTask } from './preview-task.tsx'
import { PublishTask } from './publish-task.tsx'
import { QuestionTask, takeQuestion } from './question-task.tsx'
import { ReplacementTask, takeReplacement } from './replacement-task.tsx'
import { takeCondition } from './take-condition.ts'
import { takeValue } from './take-value.ts'
import { TextTask, takeText } from './text-task.tsx'
import { translationTable } from './translation-table.tsx'
import { TranslationTask, takeTranslation } from './translation-task.tsx'
import { ValueTask } from './value-task.tsx'
import { showPart, takePart } from './with-copy.tsx'

/** How the next version of a form is made, part by part, and published. */
export const making = staffFactory.createApp()

const parts = [
  { pattern: patterns.officeFormAbout, page: AboutTask, take: takeAbout },
  { pattern: patterns.officeFormPages, page: PagesTask, take: takePages },
  { pattern: patterns.officeFormPage, page: PageTask, take: takePage },
  { pattern: patterns.officeFormQuestion, page: QuestionTask, take: takeQuestion },
  { pattern: patterns.officeFormLogic, page: LogicTask, take: takeLogic },
  { pattern: patterns.officeFormCondition, page: ConditionTask, take: takeCondition },
  { pattern: patterns.officeFormValue, page: ValueTask, take: takeValue },
  { pattern: patterns.officeFormCheck, page: CheckTask, take: takeCheck },
  { pattern: patterns.officeFormReplacement, page: ReplacementTask, take: takeReplacement },
  { pattern: patterns.officeFormTranslation, page: TranslationTask, take: takeTranslation },
  { pattern: patterns.officeFormText, page: TextTask, take: takeText },
] as const

for (const { pattern, page, take } of parts) {
  making.get(pattern, wholeAdministrators, (c) => showPart(c, page))
  making.post(pattern, wholeAdministrators, (c) => takePart(c, page, take))
}

making.route('/', translationTable)

/** Begins the next version, with the current one or with an earlier one that is to come back; or throws it away. */
making.post(patterns.officeFormWork, wholeAdministrators, async (c) => {
  const form = await readForm(c)
  const id = c.req.param('id')
  switch (form?.get('act')) {
    case 'begin': {
      const number = form.get('number') ? form.count('number') : undefined
      if (!(await beginVersion(officeOf(c), id, number))) return problem(c, 'notFound')
      return c.redirect(number === undefined ? urls.officeForm(id) : urls.officeFormPublish(id), 303)
    }
    case 'discard': {
      const copy = await workingCopyOf(c.var.db, id)
      if (!copy) return c.redirect(urls.officeForm(id), 303)
      const discarded = await discardCopy(officeOf(c), { ...copy, turn: form.count('turn') })
      if (!discarded.ok) return c.redirect(urls.officeForm(id), 303)
      const isPublished = await currentVersion(c, id)
      return c.redirect(
        (isPublished ? urls.officeForm(id) : urls.officeForms) + query({ done: 'discarded' }),
        303,
      )
    }
    default:
      return problem(c, 'badRequest')
  }
})

making.get(patterns.officeFormPreview, wholeAdministrators, (c) =>
  showPart(c, (it) => <PreviewTask it={it} tried={null} />),
)

/** Nothing of it is kept. */
making.post(patterns.officeFormPreview, wholeAdministrators, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  return showPart(c, (it) => <PreviewTask it={it} tried={form.without(['turn'])} />)
})

making.get(patterns.officeFormPublish, wholeAdministrators, (c) => publishing(c))

making.post(patterns.officeFormPublish, wholeAdministrators, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const id = c.req.param('id')
  const published = await publishCopy(officeOf(c), { id, turn: form.count('turn') }, seatWaiting(c.var, id))
  if (published.ok) return c.redirect(urls.officeForm(id) + query({ published: published.number }), 303)
  return published.why === 'invalid' ? publishing(c, { status: 422 }) : publishing(c, { status: 409 })
})

async function publishing(c: Context<StaffEnv>, { status }: { status?: 409 | 422 } = {}) {
  const current = await currentOf(c, c.req.param('id') ?? '')
  const more = { errors: {}, isMeanwhile: status === 409, ...(status ? { status } : {}) }
  return showPart(c, (it) => <PublishTask it={it} current={current} />, more)
}

/** What is asked now. */
async function currentOf(c: Context<StaffEnv>, id: string) {
  const version = await currentVersion(c, id)
  return version ? readStored(version.definition) : null
}

/** A version as it was published; beside another one, what is otherwise. */
making.get(patterns.officeFormVersion, wholeAdministrators, async (c) => {
  const { view, staff } = c.var
  const id = c.req.param('id')
  const version = await versionNumbered(c, id, Number(c.req.param('number')))
  if (!version) return problem(c, 'notFound')
  const against = c.req.query('against')
  if (against === undefined)
    return c.html(<VersionPage view={view} staff={staff} form={{ id }} version={version} />)
  const other = await versionNumbered(c, id, Number(against))
  const [before, after] = [other && readStored(other.definition), readStored(version.definition)]
  if (!other || !before || !after) return problem(c, 'notFound')
  const title = `${formTitle(version.definition, view.locale)} · ${view.m.builder.differences.title(other.number, version.number)}`
  const { weight, all } = differencesBetween(before, after)
  return c.html(
    <OfficePage view={view} staff={staff} title={title}>
      <p class="row">
        <a href={urls.officeFormVersion(id, version.number)}>{view.m.common.back}</a>
      </p>
      <p class="lead">{view.m.builder.publish.weights[weight]}</p>
      <DifferenceList view={view} all={all} />
    </OfficePage>,
  )
})
