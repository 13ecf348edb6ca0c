// What a page gains when the browser runs scripts; each is complete without. Pages that are opened first bring it along.
// 1. Under a long text stands how much more of it is taken, while it is written (textarea data-limit="4000"). The limit
//    itself stands in the hint, and nothing is cut.
// 2. Where a question asks for a place ([data-locate]), a button asks the phone where it is, when it is pressed and never
//    before, and fills in what it says to three decimals: a hundred metres.
// 3. Whoever leaves at once (.away) leaves no page behind to go back to.
;(() => {
  const { left, over } = document.currentScript.dataset
  // As the service counts: what a person sees as one character is one.
  const segmenter = Intl.Segmenter && new Intl.Segmenter('zh', { granularity: 'grapheme' })
  const lengthOf = (text) => [...(segmenter ? segmenter.segment(text) : text)].length

  for (const area of document.querySelectorAll('textarea[data-limit]')) {
    const note = document.createElement('p')
    const count = () => {
      const rest = area.dataset.limit - lengthOf(area.value.trim().normalize())
      note.className = rest < 0 ? 'error' : 'hint'
      // Read aloud only when it matters.
      note.ariaLive = rest < 100 ? 'polite' : 'off'
      note.textContent = area.value && (rest < 0 ? over : left).replace('#', Math.abs(rest))
    }
    area.after(note)
    area.addEventListener('input', count)
    // A browser that goes back fills in the texts after the page has run.
    addEventListener('pageshow', count)
  }

  for (const box of document.querySelectorAll('[data-locate]')) {
    if (!navigator.geolocation) break
    const [offer, said, given] = box.children
    const [fill, clear] = box.querySelectorAll('button')
    const fields = [...given.querySelectorAll('input')]
    // As above: a browser that goes back fills them in by itself, and what is sent is to be seen.
    const show = () => {
      given.hidden = fields.every(({ value }) => !value)
    }
    const say = (words) => {
      said.textContent = words
      fill.disabled = false
      show()
    }
    fill.addEventListener('click', () => {
      fill.disabled = true
      const take = ({ coords }) => {
        fields[0].value = coords.latitude.toFixed(3)
        fields[1].value = coords.longitude.toFixed(3)
        say(box.dataset.filled)
      }
      navigator.geolocation.getCurrentPosition(take, () => say(box.dataset.refused), { timeout: 20000 })
    })
    clear.addEventListener('click', () => {
      for (const field of fields) field.value = ''
      say('')
    })
    addEventListener('pageshow', show)
    box.hidden = offer.hidden = clear.hidden = false
  }

  const away = document.querySelector('.away a')
  away?.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(away.href)
  })
})()
