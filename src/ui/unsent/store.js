// What waits on the phone. Some browsers never answer where they may keep nothing.
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

export const allKept = () => ask('readonly', (entries) => entries.getAll())
export const drop = (key) => ask('readwrite', (entries) => entries.delete(key))

// Whoever leaves at once may be gone before it is done: then the next page does it.
export const forgetAll = async () => {
  noted((storage) => storage.setItem('forgetting', 'yes'))
  await ask('readwrite', (entries) => entries.clear()).catch(() => {})
  noted((storage) => storage.removeItem('forgetting'))
}
export const isForgetting = () => noted((storage) => storage.getItem('forgetting')) === 'yes'
const noted = (act) => {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}

const mostBytes = 40000000
const sizeOf = ({ fields }) => fields.reduce((sum, [, value]) => sum + (value.size || value.length || 0), 0)

// Answers whether it is kept: what has no title is not to be, and for some there is no room.
export const keep = async (entry) => {
  if (!entry.title) return false
  const others = (await allKept()).filter(({ key }) => key !== entry.key)
  if ([entry, ...others].reduce((sum, one) => sum + sizeOf(one), 0) > mostBytes) return false
  await ask('readwrite', (entries) => entries.put(entry))
  return true
}

// Of two tabs one takes it in hand: the look at it and the mark are one transaction.
export const claim = async (key, change) => {
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
