import { deliver, thisTab } from './sheet.js'
import { claim } from './store.js'

// A phone in a network without a way out says that it is online, and some are online and say that they are not: only an
// answer of ours shows it.
const isReached = async (address, seconds) => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), seconds * 1000)
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: patience.signal })
    // What shows a page in its place is a network that asks to sign in first.
    return !/html/.test(answer.headers.get('content-type'))
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

const send = async ({ entry, isKept, asks }, seconds, isWanted) => {
  if (!(await isReached(asks, seconds))) return 'unreached'
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

const nothing = { isTrying: false, stop() {} }
let going = nothing

export const halt = () => going.stop()
export const isUnderway = () => going.isTrying

// From the press on, before anything is kept or asked.
export const reserve = () => {
  going.stop()
  const mine = {
    isTrying: true,
    stop() {
      mine.isTrying = false
    },
  }
  going = mine
}

// Tries until it leaves, more and more seldom, for as long as the page is seen; one thing at a time. Says each time why not.
export const goOn = (what, hear) => {
  going.stop()
  let pause = 5000
  let patience = 10
  let timer
  let isOver = false
  const mine = { isTrying: false, stop }
  going = mine
  addEventListener('online', soon)
  document.addEventListener('visibilitychange', soon)
  attempt()

  function stop() {
    isOver = true
    mine.isTrying = false
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
    if (isOver || mine.isTrying || document.hidden) return
    mine.isTrying = true
    const why = await send(what, patience, () => !isOver).catch(() => 'unreached')
    // A slow phone takes its time to send: it is not to begin anew, and who stopped it may press again.
    if (why === 'left') return setTimeout(stop, 15000)
    mine.isTrying = false
    if (isOver) return
    if (why === 'elsewhere') stop()
    else timer = setTimeout(attempt, why === 'busy' ? 2000 : pause)
    // A slow network is given more time than one that is gone.
    pause = Math.min(pause * 2, 60000)
    patience = Math.min(patience * 2, 60)
    hear(why)
  }
}
