import { type ControlProps, describedBy, Frame } from './field.tsx'

/** One photo or voice note; a browser shows its album and its camera, and no script is needed. */
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
    </Frame>
  )
}
