import { FormBody } from '../../src/ui/form-body.ts'

/** What a page would post. */
export function posted(values: Record<string, string | string[]>): FormBody {
  return new FormBody(new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()])))
}
