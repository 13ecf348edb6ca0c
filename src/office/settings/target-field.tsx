import { ceilings, type Target } from '../../orgs/settings.ts'
import { describedBy, Group } from '../../ui/fields/field.tsx'
import { shownIn } from '../../ui/kept-words.ts'
import type { SettingsForm } from './setting-field.tsx'
import { type LengthUnit, lengthUnits, unitField } from './typed-lengths.ts'

/** How soon something is to be done: a number, and of what. */
export function TargetField({ view, body, errors, target }: SettingsForm & { target: Target }) {
  const t = view.m.office.settings
  const name = `target-${target}`
  const field = {
    view,
    name,
    label: t.targetNames[target],
    hint: t.targetAtMost(ceilings[target]),
    error: errors[name],
  }
  const unit = shownIn(view, unitField(target), body.get(unitField(target)))
  return (
    <Group {...field}>
      <div class="with-unit">
        <input
          id={name}
          name={name}
          type="text"
          inputmode="numeric"
          class="short"
          value={shownIn(view, name, body.get(name))}
          aria-label={t.targetAmount}
          aria-describedby={describedBy(field)}
          aria-invalid={errors[name] ? 'true' : undefined}
        />
        <select name={unitField(target)} aria-label={t.targetUnit}>
          {lengthUnits.map((it: LengthUnit) => (
            <option value={it} selected={it === unit}>
              {t.units[it]}
            </option>
          ))}
        </select>
      </div>
    </Group>
  )
}
