// What a page gains when the browser runs scripts. Every page is complete without this file.
// 1. A text being written at the desk survives a lost connection (textarea data-draft="person/case/field").
// 2. What is written on a case is kept by the service every few seconds (form data-drafts), for any computer.
// 3. Sending while offline says so, instead of leaving the page for the browser's error page.
// 4. A second tap on a button does nothing for a few seconds.
;(() => {
  const offlineText = document.currentScript?.dataset.offline ?? ''
  const pause = 5000
  const prefix = 'draft:'

  // A browser may forbid storage (private windows, some in-app browsers): then there are just no drafts.
  const store = (() => {
    try {
      localStorage.setItem('probe', '1')
      localStorage.removeItem('probe')
      return localStorage
    } catch {
      return null
    }
  })()

  const keys = () => (store ? Object.keys(store).filter((key) => key.startsWith(prefix)) : [])
  const forget = (which) => {
    for (const key of keys()) if (which(key.slice(prefix.length))) store.removeItem(key)
  }
  const read = (key) => {
    try {
      return JSON.parse(store.getItem(prefix + key))
    } catch {
      return null
    }
  }

  // The draft keeps the form's turn and its key: the turn says later whether the server took this very text,
  // the key makes a message that was sent twice one message.
  const hidden = (area, name) => area.form?.querySelector(`input[type="hidden"][name="${name}"]`)
  const keep = (area) => {
    const key = area.dataset.draft
    if (area.value === area.defaultValue) return store.removeItem(prefix + key)
    const draft = {
      text: area.value,
      turn: hidden(area, 'turn')?.value ?? '',
      key: hidden(area, 'key')?.value ?? '',
    }
    try {
      store.setItem(prefix + key, JSON.stringify(draft))
    } catch {
      // Storage is full: the text is still on the page.
    }
  }
  const restore = (area) => {
    const draft = read(area.dataset.draft)
    // The server's own text wins when it brings one back: it is what was sent last.
    if (!draft?.text || area.closest('[data-kept]')) return
    area.value = draft.text
    const key = hidden(area, 'key')
    if (key && draft.key) key.value = draft.key
    const folded = area.closest('details')
    if (folded) folded.open = true
  }

  if (store) {
    // The form to sign out names who is signed in: on a shared computer nobody meets the drafts of another.
    const desk = document.querySelector('[data-desk]')
    if (desk) forget((key) => !key.startsWith(`${desk.dataset.desk}/`))

    // `data-taken` lists, for this case, the acts of this person that the server has: "draft@7 note@*".
    for (const page of document.querySelectorAll('[data-taken]')) {
      for (const taken of page.dataset.taken.split(' ').filter(Boolean)) {
        const [noun, turn] = taken.split('@')
        const start = `${page.dataset.case}/${noun}-`
        forget((key) => key.startsWith(start) && (turn === '*' || read(key)?.turn === turn))
      }
    }

    for (const area of document.querySelectorAll('textarea[data-draft]')) {
      restore(area)
      area.addEventListener('input', () => keep(area))
    }
  }

  // What the service has kept needs no place in this browser; what it could not take stays here.
  const kept = new WeakMap()
  const keepDrafts = (form) => {
    const body = new URLSearchParams(new FormData(form))
    const text = body.toString()
    if (kept.get(form) === text || navigator.onLine === false) return
    const areas = [...form.querySelectorAll('textarea[data-draft]')].map((area) => [area, area.value])
    fetch(form.dataset.drafts, { method: 'POST', body, keepalive: text.length < 60000, redirect: 'error' })
      .then((answer) => {
        if (answer.status !== 204) return
        kept.set(form, text)
        for (const [area, value] of areas)
          if (store && area.value === value) store.removeItem(prefix + area.dataset.draft)
      })
      .catch(() => {})
  }
  for (const form of document.querySelectorAll('form[data-drafts]')) {
    let timer
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => keepDrafts(form), 4000)
    }
    form.addEventListener('input', soon)
    form.addEventListener('submit', () => clearTimeout(timer))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && timer) keepDrafts(form)
    })
  }

  // Beside the button that was pressed.
  const warn = (form, button) => {
    const found = document.querySelector('[data-offline-warning]')
    const box = found ?? document.createElement('div')
    box.dataset.offlineWarning = ''
    box.className = 'notice warning'
    box.setAttribute('role', 'alert')
    box.textContent = offlineText
    if (button) button.after(box)
    else form.append(box)
    box.scrollIntoView({ block: 'nearest' })
  }
  const unwarn = () => {
    for (const box of document.querySelectorAll('[data-offline-warning]')) box.remove()
  }

  const sent = new WeakMap()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (navigator.onLine === false) {
      event.preventDefault()
      warn(form, event.submitter)
      return
    }
    if (Date.now() - (sent.get(form) ?? 0) < pause) {
      event.preventDefault()
      return
    }
    sent.set(form, Date.now())
    if (form.matches('[data-desk]')) forget(() => true)
  })
  addEventListener('online', unwarn)
  // A page that comes back by the back button may be sent again at once.
  addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form)
  })
})()
