/** A form of a page as a browser has it before somebody touches it. */
export interface PageForm {
  action: string
  isWithFile: boolean
  /** What it would send. */
  fields: [name: string, value: string][]
  /** What may be chosen or typed, by the name of the control; no value of a text. */
  controls: { name: string; kind: 'text' | 'box' | 'radio' | 'select'; values: string[] }[]
  buttons: { name: string; value: string }[]
}

/** The forms of a page that are sent, with what stands in them. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)]
    .map(([, head = '', inner = '']) => formFrom(attributes(head), inner))
    .filter(({ action }) => action !== '')
}

function formFrom(head: Map<string, string>, inner: string): PageForm {
  const form: PageForm = {
    action: head.get('method') === 'post' ? (head.get('action') ?? '') : '',
    isWithFile: head.has('enctype'),
    ...{ fields: [], controls: [], buttons: [] },
  }
  const tags = /<input\b([^>]*)>|<(select|textarea|button)\b([^>]*)>(.*?)<\/\2>/gs
  for (const [, input, tag, own = '', text = ''] of inner.matchAll(tags))
    add(form, tag ?? 'input', attributes(input ?? own), text)
  return form
}

function add(
  { fields, controls, buttons }: PageForm,
  tag: string,
  own: Map<string, string>,
  text: string,
): void {
  const [name, value] = [own.get('name') ?? '', own.get('value') ?? '']
  const type = own.get('type')
  if (tag === 'button') buttons.push({ name, value })
  else if (tag === 'textarea') {
    fields.push([name, decoded(text)])
    controls.push({ name, kind: 'text', values: [] })
  } else if (tag === 'select') {
    const options = [...text.matchAll(/<option([^>]*)>/g)].map(([, one = '']) => attributes(one))
    const chosen = options.find((one) => one.has('selected')) ?? options[0]
    fields.push([name, chosen?.get('value') ?? ''])
    controls.push({ name, kind: 'select', values: options.map((one) => one.get('value') ?? '') })
  } else if (type === 'checkbox' || type === 'radio') {
    if (own.has('checked')) fields.push([name, value])
    const known = controls.find((one) => one.name === name)
    if (known) known.values.push(value)
    else controls.push({ name, kind: type === 'radio' ? 'radio' : 'box', values: [value] })
  } else if (type !== 'file') {
    fields.push([name, value])
    if (type !== 'hidden') controls.push({ name, kind: 'text', values: [] })
  }
}

function attributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  )
}

/** A text as it was before it was put into a page. */
export const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
