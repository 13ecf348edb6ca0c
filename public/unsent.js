// What a worker sends and the network does not take stays on his phone, photos too, until it is sent: for seven days at
// most. Every page is complete without this file, and where a browser keeps nothing all is as without it.
// 1. A form whose words are kept ([data-keeps="its title"], on the form or on a button) leaves once the service answers.
//    Until then its page stays, says so beside the button, and sends by itself, unless somebody goes on writing.
// 2. A page says which sending was taken (<html data-taken>); then that is let go, and never before.
// 3. Every page of a worker tells that something waits, of which form and since when, and nothing of what it says. It
//    goes by itself only in the tab where it was written, within two hours, on a page of the same form.
// 4. Whoever forgets what he began, or leaves ([data-forgets]), takes all of it along.
;(() => {
  const say = document.currentScript.dataset
  const page = document.documentElement
  const week = 7 * 86400000
  const twoHours = 2 * 3600000
  const mostBytes = 40000000

  // What the phone keeps. Some browsers never answer where they may keep nothing.
  const store = new Promise((resolve, reject) => {
    const opening = indexedDB.open('unsent', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'key' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = reject
    setTimeout(reject, 3000)
  })
  store.catch(() => {})
  const ask = async (mode, question) => {
    const transaction = (await store).transaction('entries', mode)
    const request = question(transaction.objectStore('entries'))
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  }
  const all = () => ask('readonly', (entries) => entries.getAll())
  const drop = (key) => ask('readwrite', (entries) => entries.delete(key))
  const forget = () => ask('readwrite', (entries) => entries.clear()).catch(() => {})

  const sizeOf = ({ fields }) => fields.reduce((sum, [, value]) => sum + (value.size || value.length || 0), 0)
  const keep = async (entry) => {
    if (!entry.title) return false
    const others = (await all()).filter(({ key }) => key !== entry.key)
    if ([entry, ...others].reduce((sum, one) => sum + sizeOf(one), 0) > mostBytes) return false
    await ask('readwrite', (entries) => entries.put(entry))
    return true
  }
  // Of two tabs one takes it in hand: the look at it and the mark are one transaction.
  const claim = async (key, change) => {
    let claimed = null
    await ask('readwrite', (entries) => {
      const looking = entries.get(key)
      looking.onsuccess = () => {
        if (looking.result) claimed = change(looking.result)
        if (claimed?.key) entries.put(claimed)
      }
      return looking
    })
    return claimed
  }

  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('')
  const hex = (byte) => (byte + 256).toString(16).slice(1)
  const thisTab = () => {
    try {
      if (!sessionStorage.tab) sessionStorage.tab = random()
      return sessionStorage.tab
    } catch {
      return ''
    }
  }

  // A form as this button sends it.
  const guards = (form) => form.matches('[data-keeps], [data-forgets]') || form.querySelector('[data-keeps]')
  const saidOf = (form, button, name) => button?.getAttribute(`form${name}`) || form.getAttribute(name) || ''
  const fieldOf = ({ fields }, name) => (fields.find(([known]) => known === name) || ['', ''])[1]
  const sheetOf = (entry) => fieldOf(entry, 'token').split('.')[0]
  const pathOf = (entry) => new URL(entry.action).pathname

  const entryOf = (form, button) => {
    const isWhole = saidOf(form, button, 'enctype') === 'multipart/form-data'
    const fields = [...new FormData(form)]
      .map(([name, value]) => [name, isWhole || typeof value === 'string' ? value : value.name])
      .filter(([, value]) => typeof value === 'string' || value.size > 0)
    if (button?.name) fields.push([button.name, button.value])
    const entry = {
      title: button?.dataset.keeps || form.dataset.keeps,
      action: new URL(saidOf(form, button, 'action'), location.href).href,
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
  const carries = (form) => {
    const chosen = [...form.elements].filter((field) => field.type === 'file' && field.files.length > 0)
    if (chosen.length === 0) return true
    try {
      const field = document.createElement('input')
      field.type = 'file'
      field.files = listOf(chosen[0].files[0])
      return field.files.length > 0
    } catch {
      return false
    }
  }
  // The browser sends it as it would have: addresses, history and what comes back are its own.
  let leaves = document.createElement('form')
  const deliver = ({ id, title, action, isWhole, fields }) => {
    const to = new URL(action)
    if (title) to.searchParams.set('sent', id)
    leaves.remove()
    leaves = document.createElement('form')
    leaves.hidden = true
    leaves.setAttribute('method', 'post')
    leaves.setAttribute('action', to.href)
    if (isWhole) leaves.setAttribute('enctype', 'multipart/form-data')
    for (const [name, value] of fields) {
      const isText = typeof value === 'string'
      const field = document.createElement('input')
      field.type = isText ? 'hidden' : 'file'
      field.name = name
      if (isText) field.value = value
      else field.files = listOf(value)
      leaves.append(field)
    }
    document.body.append(leaves)
    HTMLFormElement.prototype.submit.call(leaves)
  }

  // A phone in a network without a way out says that it is online: only an answer of ours shows that it is.
  const isReached = async (seconds) => {
    if (navigator.onLine === false) return false
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), seconds * 1000)
    try {
      const answer = await fetch(say.asks, { cache: 'no-store', signal: patience.signal })
      // What shows a page in its place is a network that asks to sign in first.
      return !/html/.test(answer.headers.get('content-type'))
    } catch {
      return false
    } finally {
      clearTimeout(timer)
    }
  }
  const send = async (entry, isKept, seconds, isWanted) => {
    if (!(await isReached(seconds))) return 'unreached'
    if (!isWanted()) return 'unwanted'
    const now = Date.now()
    const change = (found) =>
      now - found.left < 5000
        ? 'busy'
        : Object.assign(found, { left: now, waited: entry.waited, tries: found.tries + 1, tab: thisTab() })
    const leaving = isKept ? await claim(entry.key, change) : entry
    if (!leaving) return 'elsewhere'
    if (leaving === 'busy') return 'busy'
    deliver(leaving)
    return 'left'
  }

  // Tries until it leaves, more and more seldom, for as long as the page is seen; one thing at a time.
  let going = { stop() {} }
  const goOn = (entry, isKept, hear) => {
    going.stop()
    let pause = 5000
    let patience = 10
    let timer
    const mine = { isTrying: false, isOver: false, stop }
    going = mine
    function stop() {
      mine.isOver = true
      clearTimeout(timer)
      removeEventListener('online', soon)
      document.removeEventListener('visibilitychange', soon)
    }
    function soon() {
      pause = 5000
      attempt()
    }
    async function attempt() {
      clearTimeout(timer)
      if (mine.isOver || mine.isTrying || document.hidden) return
      mine.isTrying = true
      const why = await send(entry, isKept, patience, () => !mine.isOver).catch(() => 'unreached')
      // A slow phone takes its time to send: it is not to begin anew, and who stopped it may press again.
      if (why === 'left')
        return setTimeout(() => Object.assign(mine, { isTrying: false, isOver: true }), 15000)
      mine.isTrying = false
      if (mine.isOver) return
      if (why === 'elsewhere') stop()
      else timer = setTimeout(attempt, why === 'busy' ? 2000 : pause)
      pause = Math.min(pause * 2, 60000)
      // A slow network is given more time than one that is gone.
      patience = Math.min(patience * 2, 60)
      hear(why)
    }
    addEventListener('online', soon)
    document.addEventListener('visibilitychange', soon)
    attempt()
  }

  // What is said of it.
  const part = (tag, className, text) => {
    const it = document.createElement(tag)
    it.className = className
    it.textContent = text
    return it
  }
  const boxOf = (className, ...parts) => {
    const box = part('div', className, '')
    box.dataset.unsent = ''
    box.setAttribute('role', 'status')
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
      going.stop()
      await drop(entry.key).catch(() => {})
      delete text.dataset.waits
      text.textContent = say.dropped
      row.remove()
    })
  const unsay = () => {
    for (const box of document.querySelectorAll('[data-unsent]')) box.remove()
  }

  // Where it was pressed: nothing at all while it goes well.
  const press = async (form, button) => {
    going.stop()
    going = { isTrying: true, isOver: false, stop() {} }
    unsay()
    if (form.matches('[data-forgets]')) await forget()
    const entry = Object.assign(entryOf(form, button), { tab: thisTab() })
    const isKept = await keep(entry).catch(() => false)
    const text = part('p', '', say.trying)
    const box = boxOf('notice no-print', text)
    const place = button && form.contains(button) ? button.closest('.row, .checked-head') || button : null
    const show = () => (place ? place.after(box) : form.prepend(box))
    const showing = setTimeout(show, 1000)
    const tell = () => {
      const row = part('p', 'row', '')
      text.textContent = isKept ? say.waits : say.stays
      text.dataset.waits = say.changed
      row.append(dropping(entry, text, row))
      box.className = 'notice warning no-print'
      box.setAttribute('role', 'alert')
      box.prepend(part('p', 'notice-title', say.title))
      if (isKept) box.append(part('p', 'hint', say.whose), row)
      entry.waited = true
      show()
      box.scrollIntoView({ block: 'nearest' })
    }
    goOn(entry, isKept, (why) => {
      clearTimeout(showing)
      if (why === 'elsewhere') text.textContent = say.elsewhere
      else if (!entry.waited) tell()
    })
  }

  // Anywhere else, and after the page was gone.
  const tell = (entry, isAtOnce) => {
    const clock = { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }
    const since = new Intl.DateTimeFormat(page.lang, clock).format(entry.at)
    const about = say.since.split(/[#@]/)
    const told = about[0] + entry.title + about[1] + since + about[2]
    const text = part('p', '', told)
    const row = part('p', 'row', '')
    const go = () => {
      text.textContent = say.trying
      entry.waited = true
      goOn(entry, true, (why) => {
        if (why !== 'busy') text.textContent = why === 'elsewhere' ? say.elsewhere : say.still
        if (why === 'elsewhere') row.remove()
        else text.dataset.waits = told
      })
    }
    row.append(buttonOf('button', say.send, go), dropping(entry, text, row))
    const title = part('p', 'notice-title', say.title)
    document
      .querySelector('main')
      .prepend(boxOf('notice warning no-print', title, text, part('p', 'hint', say.whose), row))
    if (isAtOnce) go()
  }

  // What stood there when it was sent, on the page that comes back without it.
  const refill = (form, { fields }) => {
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

  const arrive = async () => {
    going.stop()
    leaves.remove()
    unsay()
    if (document.querySelector('[data-forgets]:not(form):not(a)')) return forget()
    const { taken, refused } = page.dataset
    const address = new URL(location.href)
    if (address.searchParams.has('taken')) {
      address.searchParams.delete('taken')
      history.replaceState(history.state, '', address.href)
    }
    const entries = await all()
    const done = taken && entries.find(({ id }) => id === taken)
    // With the whole form go its pages that were left behind.
    const isDone = (entry) =>
      done &&
      (entry.key === done.key || (fieldOf(done, 'step') === 'send' && sheetOf(entry) === sheetOf(done)))
    const isOver = (entry) => isDone(entry) || entry.at < Date.now() - week
    for (const { key } of entries.filter(isOver)) await drop(key)
    if (done?.waited)
      document.querySelector('main').prepend(boxOf('notice good no-print', part('p', '', say.arrived)))

    const forms = [...document.forms].filter((form) => form.querySelector('[name="token"]'))
    const here = forms.map((form) => entryOf(form, form.querySelector('button[data-keeps]')))
    const isHere = (entry) =>
      here.some(
        (it) => it.title && pathOf(it) === pathOf(entry) && fieldOf(it, 'case') === fieldOf(entry, 'case'),
      )
    const isFresh = ({ tab, at, tries }) => tab === thisTab() && Date.now() - at < twoHours && tries < 3
    const waiting = entries.filter((entry) => !isOver(entry)).sort((a, b) => a.at - b.at)
    const first = refused ? undefined : waiting.filter((entry) => isFresh(entry) && isHere(entry)).pop()
    for (const entry of waiting) {
      const same = here.findIndex(({ key, title }) => title && key === entry.key)
      if (same >= 0) refill(forms[same], entry)
      tell(entry, entry === first)
    }
  }

  let pressed
  document.addEventListener('click', ({ target }) => {
    pressed = target.closest('button, input[type="submit"]')
    if (target.closest('a[data-forgets]')) forget()
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !guards(form) || !carries(form)) return
    event.preventDefault()
    const button = event.submitter || (pressed?.form === form ? pressed : null)
    if (!going.isTrying || going.isOver) press(form, button)
  })
  // Whoever goes on writing is not led away from it.
  document.addEventListener('input', () => {
    going.stop()
    for (const text of document.querySelectorAll('[data-waits]')) text.textContent = text.dataset.waits
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) arrive().catch(() => {})
  })
  arrive().catch(() => {})
})()
