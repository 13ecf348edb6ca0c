import { isShown } from '../../files/kind-of-file.ts'
import type { Attached } from '../../forms/answers.ts'
import type { FieldOf } from '../../forms/fields.ts'
import { attachedIn, fileText } from '../../forms/kinds/attached.ts'
import { urls } from '../../urls.ts'
import { describedBy, Group } from '../fields/field.tsx'
import { Submit } from '../fields/sending.tsx'
import { shownAt } from '../file-link.tsx'
import { type Asked, around, hintWith } from './asking.ts'

type It = Asked<FieldOf<'photo' | 'voice' | 'file'>>

/** Its files so far, each to be looked at and taken out; and one more, as long as more are taken. */
export function AttachedFiles({ it, accept }: { it: It; accept: string }) {
  const { asking, field } = it
  const { view, values } = asking
  const words = view.m.questions.files
  const there = attachedIn(field.name, values)
  const left = field.most - there.length
  const said = { ...around(it), hint: hintWith(it, left > 0 ? words.more(left) : words.full(field.most)) }
  return (
    <Group {...said}>
      {there.map((file, index) => (
        <One it={it} file={file} id={left <= 0 && index === 0 ? field.name : undefined} />
      ))}
      {left > 0 && (
        <>
          <input
            id={field.name}
            name={field.name}
            type="file"
            accept={accept}
            data-whole={field.evidence ? view.fileMegabytes : undefined}
            aria-label={field.label[view.locale]}
            aria-describedby={describedBy(said)}
            aria-invalid={said.error ? 'true' : undefined}
          />
          <p class="hint">{view.m.common.files.hint(view.fileMegabytes)}</p>
          {field.evidence && <p class="hint">{words.evidence}</p>}
          <Submit quiet name="step" value="attach">
            {words.attach}
          </Submit>
          <script src={`${urls.photoScript}?${view.release}`} defer />
        </>
      )}
    </Group>
  )
}

function One({ it: { asking, field }, file, id }: { it: It; file: Attached; id: string | undefined }) {
  const { view, fileAt } = asking
  const { common, questions } = view.m
  const text = fileText(file, common)
  return (
    <p class="row">
      {text}{' '}
      {fileAt && (
        <a href={isShown(file.kind) ? shownAt(fileAt(file.file)) : fileAt(file.file)}>
          {isShown(file.kind) ? common.files.show : common.files.fetch}
        </a>
      )}{' '}
      <button type="submit" id={id} class="link-button" name="step" value={`takeout-${file.file}`}>
        {questions.files.takeOut}
        <span class="unseen">
          {' '}
          {text} · {field.label[view.locale]}
        </span>
      </button>
    </p>
  )
}
