import type { Child } from 'hono/jsx'

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />
}

export function Submit({
  children,
  quiet,
  name,
  value,
  to,
}: {
  children: Child
  quiet?: boolean
  /** Where it sends the form, where that is not the form's own address. */
  to?: string
  name?: string
  value?: string
}) {
  return (
    <button type="submit" class={quiet ? 'quiet-button' : 'button'} name={name} value={value} formaction={to}>
      {children}
    </button>
  )
}
