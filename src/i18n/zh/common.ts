export const common = {
  product: '呼应',
  skip: '跳到正文',
  away: '快速离开',
  /** What the tab of a worker’s page says: nothing. */
  tab: '网页',
  otherLanguage: 'English',
  elder: '大字版',
  standard: '标准版',
  home: '首页',
  optional: '（选填）',
  atMost: (most: number) => `最多 ${most} 字。`,
  /** While it is written; a number takes the place of the sign. */
  charactersLeft: '还可以写 # 字',
  charactersOver: '超出 # 字，请删减',
  tooLong: (label: string, most: number, now: number) =>
    `“${label}”最多 ${most} 字，现在有 ${now} 字，请删去 ${now - most} 字`,
  files: {
    label: '照片或录音',
    hint: (megabytes: number) =>
      `一次一个，最大 ${megabytes} MB。拍摄的地点、时间和手机型号会先去掉，再加密保存。画面和声音里能认出您的，请自己留意。`,
    photo: (size: string) => `照片（${size}）`,
    sound: (size: string) => `录音（${size}）`,
    show: '打开看',
    fetch: '下载',
    original: '下载原件',
    wrong: {
      again: '刚才选的文件没有保存，请再选一次',
      unknown_kind:
        '收不了这种文件。可以发照片（JPEG、PNG、WebP、HEIC）或录音（M4A、MP3、OGG、AMR）；文件请拍成照片再发',
      broken: '这个文件不完整，可能没有传完。请再选一次',
      moving: '收不了视频和动图。请拍成照片，或者只录声音',
      cannot_be_stripped: '这个文件里的地点、时间等信息去不掉，所以没有收下。请换一张照片，或者截图再发',
      too_large: (megabytes: number) => `文件超过 ${megabytes} MB，没有收下。照片请截图再发，录音请分几段`,
    },
  },
  yes: '是',
  no: '否',
  other: '其他',
  year: '年',
  month: '月',
  day: '日',
  none: '未填写',
  removed: '保存期已满，内容已经删除。',
  limitation: {
    title: { recognition: '工伤认定，您本人也可以申请', arbitration: '申请劳动仲裁有时限' },
    until: {
      recognition: (day: string) => `单位没有申请的，您本人可以在一年内申请工伤认定，最晚 ${day}。`,
      arbitration: (day: string) => `申请劳动仲裁一般要在一年内，最晚 ${day}。`,
    },
    over: {
      recognition: (day: string) =>
        `您本人申请工伤认定的一年，到 ${day} 可能已经过了。请马上打 12333 问一问。`,
      arbitration: (day: string) => `申请劳动仲裁的一年，到 ${day} 可能已经过了。请马上打 12348 问一问。`,
    },
    from: {
      event: '从您填的时间算起。',
      filing: '您没有填是哪一天，这里从提交那天算起，实际会更早。',
    },
    apart: '工会在办，这个时间照样在走；您可以同时去申请。',
  },
  keptFor: (least: number, most = least) =>
    least === most
      ? `办结后保存 ${lengthOf(most)}，到期删除能认出您的内容。`
      : `办结后保存 ${lengthOf(least)}到 ${lengthOf(most)}，看是哪一类的事，提交后会写明；到期删除能认出您的内容。`,
  keptBriefly: (least: number, most = least) =>
    `办结后保存 ${least === most ? '' : `${lengthOf(least)}到 `}${lengthOf(most)}，到期删除能认出您的内容。`,
  care: {
    danger: '有人身危险，请先打电话',
    mental: '心里难受，先找人说说',
    harassment: '您没有做错，有人可以帮您',
  },
  change: '修改',
  send: '提交',
  save: '保存',
  back: '返回',
  next: '下一页',
  more: '更多',
  problem: '请改正以下内容',
  legalNote: '页面上的期限供您参考，不构成法律意见。',
  privacyNote: '本服务不记录 IP 地址，不使用任何第三方统计。',
  helplines: '随时可以拨打的电话',
  earlier: '更早的',
  newest: '回到最新的',
  waitTitle: '请稍等',
  wait: (seconds: number) => `刚才操作太多，这一次还没有处理。您填的还在这一页，请等 ${seconds} 秒再点一次。`,
  offline: '网络断开了。您填写的内容还在本页，恢复后请再点一次。',
  lamps: { green: '正常', amber: '将到期', red: '已超期' },
  cityAbove: (name: string) => `县总工会的上级是${name}，您随时可以直接找那里：`,
  provisional: '（暂定：该年度节假日安排尚未公布）',
  typed: '您刚才写的内容（没有保存，可以复制）',
  unsent: {
    title: '您写的还没有交上来',
    text: '浏览器没有替我们记住您写的内容。下面是全部文字，请先复制，再回到刚才的页面。',
    back: '回到刚才的页面',
  },
  errors: {
    notFoundTitle: '没有找到这个页面',
    notFound: '网址可能输错了，或页面已经移走。您已提交的内容不受影响。',
    forbiddenTitle: '不能打开',
    forbidden: '您没有权限查看或办理这一项。',
    tooLargeTitle: '内容太大，没有保存',
    tooLarge: '这次提交的内容超过了上限，没有保存任何内容。请缩短后再提交。',
    fileTooLargeTitle: '文件太大，没有收下',
    fileTooLarge: (megabytes: number) =>
      `一个文件最大 ${megabytes} MB，这次什么都没有发出。请返回上一页，照片截图再发，录音分几段；写好的字还在上一页。`,
    crossSiteTitle: '没有保存',
    crossSite: '这次提交不是从本站页面发出的，为了您的安全没有保存任何内容。请从表单页面重新提交。',
    badRequestTitle: '没有保存',
    badRequest: '收到的内容无法读取，没有保存任何内容。请返回上一页再试一次。',
    methodTitle: '这个页面不接受这种请求',
    method: '没有保存任何内容。请从页面上的按钮操作。',
    overByNowTitle: '这一页已经不在了',
    overByNow: '这一页只留两个小时，或者您已经退出。交上来的内容不受影响。',
    overtakenTitle: '这一件刚刚有了变化',
    overtaken: '这一次的操作可能没有保存。请返回上一页看看，没有的话再提交一次。',
    unreadableTitle: '这一件的内容打不开',
    unreadable:
      '存着的内容对不上，可能被人动过，也可能钥匙不在了。所以这里什么都没有显示，这一次的操作也没有保存。这件事没有丢，管理员已经收到警报。紧急的事请打下面的电话。',
    serverTitle: '系统出了问题',
    server: '是我们的问题，不是您的。这一次的操作没有保存，请返回上一页稍后再试；紧急情况请拨打下面的电话。',
    wayOn: '回到首页',
  },
}

function lengthOf(days: number): string {
  return days % 365 === 0 ? `${days / 365} 年` : `${days} 天`
}
