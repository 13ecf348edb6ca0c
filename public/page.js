// What a page gains when the browser runs scripts; each is complete without. Pages that are opened first bring it along.
// 1. Under a long text stands how much more of it is taken, while it is written (textarea data-limit="4000"). The limit
//    itself stands in the hint, and nothing is cut.
// 2. Whoever leaves at once (.away) leaves no page behind to go back to.
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

  const away = document.querySelector('.away a')
  away?.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(away.href)
  })
})()
