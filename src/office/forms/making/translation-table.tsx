import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../../env.ts'
import { byteOrderMark, csvLine } from '../../../exports/csv.ts'
import { csvRows } from '../../../exports/reading-csv.ts'
import { textsOf } from '../../../forms/building/translating.ts'
import { incomingFrom, type TranslationRow } from '../../../forms/building/translation-rows.ts'
import { workingFrom } from '../../../forms/building/working.ts'
import { workingCopyOf } from '../../../forms/building/working-copies.ts'
import { Frame } from '../../../ui/fields/field.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextArea } from '../../../ui/fields/typed.tsx'
import { KeptWords } from '../../../ui/kept-words.ts'
import { problem } from '../../../ui/problem.tsx'
import { readSentText } from '../../../ui/sent-text.ts'
import { patterns, urls } from '../../../urls.ts'
import { wholeAdministrators } from '../../guards.ts'
import { IncomingTask } from './incoming-task.tsx'
import { whereInWords } from './where-in-words.ts'
import { type Making, Part, showPart } from './with-copy.tsx'

/** The texts of a form as a table, for a translator, and back. */
export const translationTable = staffFactory.createApp()

const kilobytes = 256
/** Words of ours, the same in every language: a table comes back from whoever has it. */
const columns = ['id', 'where', 'zh', 'en', 'status'] as const

translationTable.get(patterns.officeFormTranslationTable, wholeAdministrators, (c) => showPart(c, TableTask))

translationTable.get(patterns.officeFormTranslationCsv, wholeAdministrators, async (c) => {
  const { db, view } = c.var
  const id = c.req.param('id')
  const copy = await workingCopyOf(db, id)
  if (!copy) return c.redirect(urls.officeForm(id), 303)
  const working = workingFrom(copy.definition)
  const rows = (await textsOf(working)).map(({ way, zh, en, state }) =>
    csvLine([way, whereInWords(view, working, way), zh, en, view.m.translating.states[state]]),
  )
  return c.body([byteOrderMark, csvLine(columns), ...rows].join(''), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="huying-${copy.slug}-translation.csv"`,
  })
})

/** Reads such a table, and shows what it would change: nothing is changed before that was seen. */
translationTable.post(patterns.officeFormTranslationTable, wholeAdministrators, async (c) => {
  const sent = await readSentText(c, { field: 'table', most: kilobytes * 1024 })
  if (!sent) return problem(c, 'badRequest')
  const { wrong } = c.var.view.m.translating.table
  const rows = sent.ok ? rowsIn(c, sent.text) : null
  if (rows)
    return showPart(c, async (it) => (
      <IncomingTask it={it} incoming={incomingFrom(await textsOf(it.working), rows)} />
    ))
  c.var.view.words = new KeptWords(sent.form)
  const why = sent.ok ? 'columns' : sent.why
  const error = why === 'too_large' ? wrong.too_large(kilobytes) : wrong[why]
  return showPart(c, TableTask, { errors: { table: error }, status: 422 })
})

/** The rows under a head that names an id, Chinese and English; null where there is none. */
function rowsIn(c: Context<StaffEnv>, text: string): TranslationRow[] | null {
  const [head = [], ...rows] = csvRows(text)
  const at = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]))
  if (!['id', 'zh', 'en'].every((name) => at.has(name))) return null
  const { states } = c.var.view.m.translating
  return rows.map((cells) => {
    const of = (name: (typeof columns)[number]) => cells[at.get(name) ?? -1] ?? ''
    const isDone = [states.done, 'done', 'ok'].includes(of('status').trim())
    return { id: of('id').trim(), zh: of('zh'), en: of('en'), isDone }
  })
}

function TableTask(it: Making) {
  const { view } = it.c.var
  const t = view.m.translating.table
  const action = urls.officeFormTranslationTable(it.copy.id)
  return (
    <Part
      it={it}
      title={t.title}
      up={<a href={urls.officeFormTranslation(it.copy.id)}>{view.m.builder.task.translation}</a>}
    >
      <h2>{t.out}</h2>
      <p>{t.outLead}</p>
      <p class="row">
        <a href={urls.officeFormTranslationCsv(it.copy.id)} download>
          {t.download}
        </a>
      </p>
      <h2>{t.in}</h2>
      <p>{t.inLead(kilobytes)}</p>
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <Frame view={view} name="file" label={t.file} optional>
          <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" />
        </Frame>
        <TextArea view={view} name="table" label={t.paste} rows={8} broad error={it.errors.table} />
        <Submit>{t.look}</Submit>
      </form>
    </Part>
  )
}
