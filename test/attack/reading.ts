/** One field of a form, as a browser would send it. */
export interface Field {
  name: string
  /** The type of an input, `textarea`, `select`, or `button` where the button carries a value. */
  kind: string
  value: string
  /** What may be chosen; empty where anything may be typed. */
  options: string[]
  /** What keyboard it asks for, where it asks for one. */
  keys: string
  /** It came back as wrong. */
  wrong: boolean
  /** Nobody gets there by hand: a trap for machines. */
  hidden: boolean
}

export interface Form {
  method: string
  action: string
  fields: Field[]
}

/** What a browser makes of a page: its forms, where it leads, and of which parts it is built. */
export interface Reading {
  forms: Form[]
  /** Every address in it, whether it is followed, loaded or sent to. */
  addresses: string[]
  /** Its elements and their attributes, each by its name alone. */
  parts: Set<string>
}

const addressing = new Set(['href', 'src', 'action', 'formaction', 'srcset', 'data', 'poster'])

/** Reads a page with the parser that the platform has. */
export async function readPage(html: string): Promise<Reading> {
  const page: Reading = { forms: [], addresses: [], parts: new Set() }
  const apart = new Map<Form, Form[]>()
  let form: Form | undefined
  let area: Field | undefined
  let chosen: Field | undefined
  const attribute = (element: Element, name: string) => decoded(element.getAttribute(name) ?? '')
  const fieldOf = (element: Element, kind: string, value = '', options: string[] = []): Field => ({
    ...{ name: attribute(element, 'name'), kind, value, options, keys: attribute(element, 'inputmode') },
    wrong: element.getAttribute('aria-invalid') === 'true',
    hidden: kind === 'hidden' || element.getAttribute('tabindex') === '-1',
  })
  const rewriter = new HTMLRewriter()
    .on('*', {
      element(element) {
        page.parts.add(element.tagName)
        for (const [name = '', value = ''] of element.attributes) {
          page.parts.add(`${element.tagName} ${name}`)
          if (addressing.has(name)) page.addresses.push(decoded(value))
        }
      },
    })
    .on('form', {
      element(element) {
        form = { method: attribute(element, 'method'), action: attribute(element, 'action'), fields: [] }
        page.forms.push(form)
      },
    })
    .on('form button[formaction]', {
      element(element) {
        const button = fieldOf(element, 'button', attribute(element, 'value'))
        const sent = sentBy(form, attribute(element, 'formaction'), button)
        if (form && sent) apart.set(form, [...(apart.get(form) ?? []), sent])
      },
    })
    // A link among the buttons leads aside: whoever means to go on does not press it.
    .on('form input, form button[name]:not([formaction], .link-button)', {
      element(element) {
        const name = attribute(element, 'name')
        const kind = element.tagName === 'button' ? 'button' : attribute(element, 'type') || 'text'
        const value = attribute(element, 'value')
        const isChoice = kind === 'radio' || kind === 'checkbox'
        const known = isChoice && form?.fields.find((field) => field.name === name)
        if (known) known.options.push(value)
        else if (name) form?.fields.push(fieldOf(element, kind, value, isChoice ? [value] : []))
      },
    })
    .on('form textarea', {
      element(element) {
        area = fieldOf(element, 'textarea')
        form?.fields.push(area)
      },
      text(part) {
        if (area) area.value += decoded(part.text)
      },
    })
    .on('form select', {
      element(element) {
        chosen = fieldOf(element, 'select')
        form?.fields.push(chosen)
      },
    })
    .on('form option', {
      element(element) {
        chosen?.options.push(attribute(element, 'value'))
      },
    })
  await rewriter.transform(new Response(html)).text()
  page.forms = page.forms.flatMap((it) => [it, ...(apart.get(it) ?? [])]).filter((it) => !isKept(it.action))
  return page
}

/** What only keeps the words of a page, and does nothing with them. */
const isKept = (action: string) => action.startsWith('/words')

/** The form as a button sends it that leads elsewhere, or undefined for every other button. */
function sentBy(form: Form | undefined, to: string, button: Field): Form | undefined {
  if (!form || to === '' || to.includes('#')) return undefined
  // The fields are shared, for those below the button are still to come.
  return {
    method: form.method,
    action: to,
    get fields() {
      const typed = form.fields.filter(({ kind }) => kind !== 'button')
      return button.name ? [...typed, button] : typed
    },
  }
}

/** As `hono/jsx` escapes. */
export function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
