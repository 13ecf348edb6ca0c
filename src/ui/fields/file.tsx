import { urls } from '../../urls.ts'
import { type ControlProps, describedBy, Frame } from './field.tsx'

/**
 * One photo or voice note; a browser shows its album and its camera, and no script is needed. One that runs makes large
 * photos smaller before they are sent.
 */
export function FileField(props: Omit<ControlProps, 'value' | 'hint'>) {
  const { view, name, id = name, error } = props
  const said = { ...props, hint: view.m.common.files.hint(view.fileMegabytes) }
  return (
    <Frame {...said} optional>
      <input
        id={id}
        name={name}
        type="file"
        accept="image/*,audio/*"
        aria-describedby={describedBy(said)}
        aria-invalid={error ? 'true' : undefined}
      />
      <script src={`${urls.photoScript}?${view.release}`} defer />
    </Frame>
  )
}
