import { goOn, halt } from './sending.js'
import { drop } from './store.js'

// The words come with the script, in the language of the page.
const say = document.currentScript.dataset

const part = (tag, className, text) => {
  const it = document.createElement(tag)
  it.className = className
  it.textContent = text
  return it
}

const boxOf = (className, role, ...parts) => {
  const box = part('div', className, '')
  box.dataset.unsent = ''
  box.setAttribute('role', role)
  box.append(...parts)
  return box
}

const buttonOf = (className, text, act) => {
  const button = part('button', className, text)
  button.type = 'button'
  button.addEventListener('click', act)
  return button
}

const dropping = (entry, text, row) =>
  buttonOf('quiet-button', say.drop, async () => {
    halt()
    await drop(entry.key).catch(() => {})
    delete text.dataset.waits
    text.textContent = say.dropped
    row.remove()
  })

export const unsay = () => {
  for (const box of document.querySelectorAll('[data-unsent]')) box.remove()
}

// Whoever goes on writing is not led away from it.
export const hold = () => {
  halt()
  for (const text of document.querySelectorAll('[data-waits]')) text.textContent = text.dataset.waits
}

// Beside the button: nothing at all while it goes well.
export const sendFrom = (form, button, entry, isKept) => {
  const text = part('p', '', say.trying)
  const place = form.contains(button) ? button.closest('.row, .checked-head') || button : null
  const show = (box) => (place ? place.after(box) : form.prepend(box))
  const showing = setTimeout(() => show(boxOf('notice no-print', 'status', text)), 1000)
  const tell = () => {
    const row = part('p', 'row', '')
    const title = part('p', 'notice-title', say.title)
    unsay()
    const box = boxOf('notice warning no-print', 'alert', title, text)
    text.textContent = isKept ? say.waits : say.stays
    text.dataset.waits = say.changed
    row.append(dropping(entry, text, row))
    if (isKept) box.append(part('p', 'hint', say.whose), row)
    entry.waited = true
    show(box)
    box.scrollIntoView({ block: 'nearest' })
  }
  goOn({ entry, isKept, asks: say.asks }, (why) => {
    clearTimeout(showing)
    if (!entry.waited) tell()
    if (why === 'elsewhere') text.textContent = say.elsewhere
  })
}

// Anywhere else, and after the page was gone: which form it is and since when, and nothing of what it says.
export const tellOf = (entry, isAtOnce) => {
  const clock = { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const since = new Intl.DateTimeFormat(say.locale, clock).format(entry.at)
  const about = say.since.split(/[#@]/)
  const told = about[0] + entry.title + about[1] + since + about[2]
  const text = part('p', '', told)
  const row = part('p', 'row', '')
  const go = () => {
    text.textContent = say.trying
    entry.waited = true
    goOn({ entry, isKept: true, asks: say.asks }, (why) => {
      text.dataset.waits = told
      if (why === 'unreached') text.textContent = say.still
      if (why !== 'elsewhere') return
      delete text.dataset.waits
      text.textContent = say.elsewhere
      row.remove()
    })
  }
  row.append(buttonOf('button', say.send, go), dropping(entry, text, row))
  const title = part('p', 'notice-title', say.title)
  showFirst(boxOf('notice warning no-print', 'status', title, text, part('p', 'hint', say.whose), row))
  if (isAtOnce) go()
}

export const tellArrived = () =>
  showFirst(boxOf('notice good no-print', 'status', part('p', '', say.arrived)))

const showFirst = (box) => document.querySelector('main').prepend(box)
