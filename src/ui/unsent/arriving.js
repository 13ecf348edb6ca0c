// What a worker sends and the network does not take stays on his phone, photos too, until a page of ours says that it was
// taken (<html data-taken>): for seven days at most. Every page is complete without, and where a browser keeps nothing all
// is as without. A form whose words are kept has data-keeps, or its button, with what it is called; what has data-forgets
// takes all of it along, be it a form, a link, or anything on a page that comes.
import { hold, sendFrom, tellArrived, tellOf, unsay } from './saying.js'
import { halt, isUnderway, reserve } from './sending.js'
import { canBeCarried, entryOf, fieldOf, pathOf, refill, sheetOf, takeBack, thisTab } from './sheet.js'
import { allKept, drop, forgetAll, isForgetting, keep } from './store.js'

const week = 7 * 86400000
const twoHours = 2 * 3600000

// A page has come, by whatever way: what was taken is let go, and what waits is told of.
const arrive = async () => {
  halt()
  takeBack()
  unsay()
  if (isForgetting() || document.querySelector('[data-forgets]:not(form):not(a)')) return forgetAll()
  const { taken, refused } = document.documentElement.dataset
  tidyAddress()
  const entries = await allKept()
  const done = taken && entries.find(({ id }) => id === taken)
  // With the whole form go its pages that were left behind.
  const isDone = (entry) =>
    done && (entry.key === done.key || (fieldOf(done, 'step') === 'send' && sheetOf(entry) === sheetOf(done)))
  const isOver = (entry) => isDone(entry) || entry.at < Date.now() - week
  for (const { key } of entries.filter(isOver)) await drop(key)
  if (done?.waited) tellArrived()
  tellAll(
    entries.filter((entry) => !isOver(entry)),
    refused !== undefined,
  )
}

// It goes by itself in the tab where it was written, within two hours, on a page of the same form, three times at most.
const tellAll = (waiting, isRefused) => {
  const forms = [...document.forms].filter((form) => form.querySelector('[name="token"]'))
  const here = forms.map((form) => entryOf(form, form.querySelector('button[data-keeps]')))
  const isHere = (entry) =>
    here.some(
      (it) => it.title && pathOf(it) === pathOf(entry) && fieldOf(it, 'case') === fieldOf(entry, 'case'),
    )
  const isFresh = ({ tab, at, tries }) => tab === thisTab() && Date.now() - at < twoHours && tries < 3
  const inOrder = waiting.sort((a, b) => a.at - b.at)
  const first = isRefused ? undefined : inOrder.filter((entry) => isFresh(entry) && isHere(entry)).pop()
  for (const entry of inOrder) {
    const same = here.findIndex(({ key, title }) => title && key === entry.key)
    if (same >= 0) refill(forms[same], entry)
    tellOf(entry, entry === first)
  }
}

const tidyAddress = () => {
  const address = new URL(location.href)
  if (!address.searchParams.has('taken')) return
  address.searchParams.delete('taken')
  history.replaceState(history.state, '', address.href)
}

const press = async (form, button) => {
  reserve()
  unsay()
  if (form.matches('[data-forgets]')) await forgetAll()
  const entry = Object.assign(entryOf(form, button), { tab: thisTab() })
  sendFrom(form, button, entry, await keep(entry).catch(() => false))
}

const waits = (form) =>
  (form.matches('[data-keeps], [data-forgets]') || form.querySelector('[data-keeps]')) && canBeCarried(form)

let pressed
document.addEventListener('click', ({ target }) => {
  pressed = target.closest('button, input[type="submit"]')
  if (target.closest('a[data-forgets]')) forgetAll()
})
document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !waits(form)) return
  event.preventDefault()
  const button = event.submitter || (pressed?.form === form ? pressed : null)
  if (!isUnderway()) press(form, button).catch(hold)
})
document.addEventListener('input', hold)
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) arrive().catch(() => {})
})
arrive().catch(() => {})
