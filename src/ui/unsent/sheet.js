// A form as one of its buttons sends it, to be kept, sent and filled in again.
const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('')
const hex = (byte) => (byte + 256).toString(16).slice(1)

export const thisTab = () => {
  try {
    if (!sessionStorage.tab) sessionStorage.tab = random()
    return sessionStorage.tab
  } catch {
    return ''
  }
}

export const fieldOf = ({ fields }, name) => (fields.find(([known]) => known === name) || ['', ''])[1]
// All pages of one form have it in common.
export const sheetOf = (entry) => fieldOf(entry, 'token').split('.')[0]
export const pathOf = ({ action }) => new URL(action).pathname

export const entryOf = (form, button) => {
  const said = (name) => button?.getAttribute(`form${name}`) || form.getAttribute(name) || ''
  const isWhole = said('enctype') === 'multipart/form-data'
  const fields = [...new FormData(form)]
    .map(([name, value]) => [name, isWhole || typeof value === 'string' ? value : value.name])
    .filter(([, value]) => typeof value === 'string' || value.size > 0)
  if (button?.name) fields.push([button.name, button.value])
  const entry = {
    title: button?.dataset.keeps || form.dataset.keeps,
    action: new URL(said('action'), location.href).href,
    isWhole,
    fields,
    id: random(),
    at: Date.now(),
    left: 0,
    tries: 0,
  }
  return Object.assign(entry, { key: `${sheetOf(entry)} ${fieldOf(entry, 'page')}` })
}

const listOf = (file) => {
  const list = new DataTransfer()
  list.items.add(file)
  return list.files
}

// An old browser cannot put a file into a form: it sends the one in which it was chosen.
export const canBeCarried = (form) => {
  const chosen = [...form.elements].find((field) => field.type === 'file' && field.files.length > 0)
  if (!chosen) return true
  try {
    const field = document.createElement('input')
    field.type = 'file'
    field.files = listOf(chosen.files[0])
    return field.files.length > 0
  } catch {
    return false
  }
}

let leaving = document.createElement('form')

// The browser sends it as it would have: addresses, history and what comes back are its own.
export const deliver = ({ id, title, action, isWhole, fields }) => {
  const to = new URL(action)
  if (title) to.searchParams.set('sent', id)
  takeBack()
  leaving = document.createElement('form')
  leaving.hidden = true
  leaving.setAttribute('method', 'post')
  leaving.setAttribute('action', to.href)
  if (isWhole) leaving.setAttribute('enctype', 'multipart/form-data')
  for (const [name, value] of fields) {
    const isText = typeof value === 'string'
    const field = document.createElement('input')
    field.type = isText ? 'hidden' : 'file'
    field.name = name
    if (isText) field.value = value
    else field.files = listOf(value)
    leaving.append(field)
  }
  document.body.append(leaving)
  HTMLFormElement.prototype.submit.call(leaving)
}

export const takeBack = () => leaving.remove()

// What stood there when it was sent, on the page that comes back without it.
export const refill = (form, { fields }) => {
  const left = fields.slice()
  for (const field of form.elements) {
    if (!field.name || /^(hidden|submit|button)$/.test(field.type)) continue
    const isBox = /^(radio|checkbox)$/.test(field.type)
    const at = left.findIndex(([name, value]) => name === field.name && (!isBox || value === field.value))
    const [[, value] = []] = at < 0 ? [] : left.splice(at, 1)
    if (isBox) field.checked = at >= 0
    else if (at >= 0 && field.type !== 'file') field.value = value
    else if (at >= 0 && typeof value !== 'string') field.files = listOf(value)
    field.dispatchEvent(new Event('input'))
  }
}
