// Shows that there is news, and nothing else: it keeps no page and answers for none. What it shows came encrypted for
// this browser; a tap leads to the page of everybody.
addEventListener('push', (event) => {
  const { title, body } = event.data.json()
  event.waitUntil(registration.showNotification(title, { body, tag: 'news' }))
})

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(clients.openWindow('/'))
})
