/** What a phone says of what it could not send; `#` stands for the title of the form, `@` for when. */
export const unsent = {
  title: '还没有发出',
  trying: '正在发出……',
  waits: '现在连不上网。写好的已存在这部手机里，最多七天。请留在这一页，一有网络就自动发出。',
  stays: '现在连不上网。请留在这一页，一有网络就自动发出。',
  changed: '您又改了内容，写好后请再按一次按钮。',
  since: '“#”，@写好，存在这部手机里，最多七天。',
  still: '还是连不上网。请留在这一页，一有网络就自动发出。',
  elsewhere: '这一份已经在别的窗口发出或删除。',
  whose: '谁拿着这部手机，都能打开、发出或删除它。',
  send: '现在发出',
  drop: '从手机里删除',
  dropped: '已从这部手机里删除。',
  arrived: '网络恢复了，刚才没发出的已经发出。',
}
