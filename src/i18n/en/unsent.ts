import type { Messages } from '../catalog.ts'

export const unsent: Messages['unsent'] = {
  title: 'Not sent yet',
  trying: 'Sending …',
  waits:
    'There is no network. What you wrote is kept on this phone, for seven days at most. Stay on this page: it is sent as soon as there is one.',
  stays: 'There is no network. Stay on this page: it is sent as soon as there is one.',
  changed: 'You have changed something since. Press the button again when you are done.',
  since: '“#”, written on @, is kept on this phone, for seven days at most.',
  still: 'There is still no network. Stay on this page: it is sent as soon as there is one.',
  elsewhere: 'It was sent or deleted in another window.',
  whose: 'Whoever holds this phone can open it, send it or delete it.',
  send: 'Send it now',
  drop: 'Delete it from this phone',
  dropped: 'Deleted from this phone.',
  arrived: 'The network is back, and what was waiting has been sent.',
}
