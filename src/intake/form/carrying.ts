import type { Carrying } from '../../ui/page.tsx'

/**
 * How the switches of language and size send a form that is filled in: to its own address, which shows the same
 * step again. So it needs nothing that is kept, and works where a phone refuses cookies.
 */
export function carriedAs(step: 'edit' | 'check', action: string): Carrying {
  return (change) => {
    const [path = '', search] = action.split('?')
    const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(search)), ...change })
    return { formaction: `${path}?${query}`, name: 'step', value: step }
  }
}
