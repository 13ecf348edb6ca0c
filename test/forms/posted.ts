import { Hono } from 'hono'
import { FormBody, readForm } from '../../src/ui/form-body.ts'

/** What a page would post. */
export function posted(values: Record<string, string | string[]>): FormBody {
  return new FormBody(new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()])))
}

/** The same as it arrives at the edge, by way of a request. */
export async function arrived(values: Record<string, string>): Promise<FormBody> {
  let form: FormBody | null = null
  const edge = new Hono().post('/', async (c) => {
    form = await readForm(c)
    return c.body(null)
  })
  await edge.request('/', { method: 'POST', body: new URLSearchParams(values) })
  if (!form) throw new Error('The form could not be read')
  return form
}
