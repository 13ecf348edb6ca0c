// A browser that can be reached offers to tell its worker of news ([data-push]); every other one shows nothing of it.
;(() => {
  const box = document.querySelector('[data-push]')
  const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!box || !isAble) return
  const button = box.querySelector('button')
  const refused = box.querySelector('[role="alert"]')
  box.hidden = false

  const subscribe = async () => {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('not allowed')
    await navigator.serviceWorker.register(box.dataset.worker)
    const { pushManager } = await navigator.serviceWorker.ready
    const key = await (await fetch(box.dataset.key, { redirect: 'error' })).text()
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  }

  // Sent as the form of its case: what is typed elsewhere on the page is nothing of it.
  const send = (subscription) => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = box.dataset.push
    for (const [name, value] of [
      ['case', box.dataset.case],
      ['push', JSON.stringify(subscription)],
    ]) {
      const field = document.createElement('input')
      Object.assign(field, { type: 'hidden', name, value })
      form.append(field)
    }
    document.body.append(form)
    form.submit()
  }

  button.addEventListener('click', async () => {
    button.disabled = true
    refused.hidden = true
    try {
      send(await subscribe())
    } catch {
      refused.hidden = false
      button.disabled = false
    }
  })
})()
