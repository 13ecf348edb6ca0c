import type { Child } from 'hono/jsx'

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />
}

/**
 * What Enter in a field presses, and “Go” on a phone: else a browser takes the first button of the form, which may take a
 * part of it out. It stands before all others; nobody sees it, or gets to it by keys. Without a value it sends the form where
 * that goes by itself: of a page on which much can be done, where its words are kept and nothing else is done.
 */
export function ByEnter({ name, value }: { name?: string; value?: string }) {
  return (
    <span class="unseen" aria-hidden="true">
      <input type="submit" tabindex={-1} name={name} value={value} />
    </span>
  )
}

export function Submit({
  children,
  quiet,
  name,
  value,
  to,
  withFile,
  keeps,
}: {
  children: Child
  quiet?: boolean
  /** Where it sends the form, where that is not the form's own address. */
  to?: string
  /** That the form carries a file then. */
  withFile?: boolean
  /** What a phone calls it that keeps what it could not send, and what stands in the form then. */
  keeps?: string
  name?: string
  value?: string
}) {
  return (
    <button
      type="submit"
      class={quiet ? 'quiet-button' : 'button'}
      name={name}
      value={value}
      formaction={to}
      formenctype={withFile ? 'multipart/form-data' : undefined}
      data-keeps={keeps}
    >
      {children}
    </button>
  )
}
