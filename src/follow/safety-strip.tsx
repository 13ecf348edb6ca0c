import { FoldedAct, type FormProps, isOpen } from './act-form.tsx'

/** For whoever is made to pay for having spoken, or is in danger: in sight, and apart from what he may do else. */
export function SafetyStrip(props: FormProps) {
  const acts = (['retaliation', 'danger'] as const).filter((act) => isOpen(act, props.open))
  if (acts.length === 0) return null
  return (
    <section class="strip" aria-label={props.view.m.follow.safety}>
      {acts.map((act) => (
        <FoldedAct act={act} {...props} />
      ))}
    </section>
  )
}
