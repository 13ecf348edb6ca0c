import type { Incoming, TranslationRow } from '../../../forms/building/translation-rows.ts'
import { Checkbox } from '../../../ui/fields/chosen.tsx'
import { Hidden, Submit } from '../../../ui/fields/sending.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { urls } from '../../../urls.ts'
import { English, StillRight } from './translation-task.tsx'
import { type Making, Part, PartForm } from './with-copy.tsx'

/** What a table of translations would change, to be looked through, put right and saved as the page of translation is. */
export function IncomingTask({ it, incoming }: { it: Making; incoming: Incoming }) {
  const { view } = it.c.var
  const t = view.m.translating.incoming
  const { changed, confirmed, outdated, unknown, repeated } = incoming
  const takes = changed.length + confirmed.length + outdated.length > 0
  return (
    <Part it={it} title={t.title}>
      <p class="lead">{takes ? t.lead : t.nothing}</p>
      <Left title={t.unknown} rows={unknown} />
      <Left title={t.repeated} rows={repeated} />
      {takes ? (
        <PartForm it={it} action={urls.officeFormTranslation(it.copy.id)}>
          {changed.length > 0 && <h2>{t.changed(changed.length)}</h2>}
          {changed.map(({ text, en }) => (
            <English it={it} text={text} value={en} hint={text.en ? t.before(text.en) : t.new} />
          ))}
          {outdated.length > 0 && <Notice kind="warning" title={t.outdated(outdated.length)} />}
          {outdated.map(({ text, row }) => (
            <>
              <English it={it} text={text} hint={t.made(row.zh)} />
              <Checkbox view={view} name={`use-${text.way}`} value={row.en} label={t.use(row.en)} />
            </>
          ))}
          {confirmed.length > 0 && <h2>{t.confirmed}</h2>}
          {confirmed.map((text) => (
            <>
              <p>
                {text.zh} → {text.en}
              </p>
              <Hidden name={text.way} value={text.en} />
              <StillRight view={view} way={text.way} checked />
            </>
          ))}
          <Submit>{view.m.common.save}</Submit>
        </PartForm>
      ) : (
        <p class="row">
          <a href={urls.officeFormTranslation(it.copy.id)}>{view.m.common.back}</a>
        </p>
      )}
    </Part>
  )
}

/** What is not taken, to be read. */
function Left({ title, rows }: { title: string; rows: readonly TranslationRow[] }) {
  if (rows.length === 0) return null
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {rows.slice(0, 50).map(({ id, zh, en }) => (
          <li>{[id, zh, en].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </Notice>
  )
}
