/** Urgent, overdue, alarm and invitation: numbers and links, no contents and nobody’s data. */
export const mails = {
  caseNumber: (number: number) => `第 ${number} 号诉求件`,
  openCase: (number: number) => `打开第 ${number} 号诉求件`,
  andMore: (count: number) => `另有 ${count} 件，请登录后查看。`,
  noContent: '为保护职工，邮件里不写诉求内容。请登录后查看。',
  urgent: {
    danger: {
      subject: (number: number) => `请马上联系：第 ${number} 号诉求件`,
      text: '可能有人正处在危险中，请马上亲自联系职工，不分昼夜。',
      by: (when: string) => `最晚：${when}。`,
    },
    many: {
      subject: (number: number) => `请今天联系：第 ${number} 号诉求件`,
      text: '这件事关系到 10 人以上，请今天就亲自联系职工。',
      by: (when: string) => `最晚：${when}。`,
    },
    retaliation: {
      subject: (number: number) => `职工反映遭到打击报复：第 ${number} 号诉求件`,
      text: '职工反映因为提出诉求而受到报复。该件已转入督办，请尽快过问。',
      by: (when: string) => `联系职工最晚：${when}。`,
    },
    several: {
      subject: (count: number) => `又有 ${count} 件紧急诉求`,
      text: '紧急诉求来得很多，所以合在一封信里告诉您。其中可能有人正处在危险中，请从最上面的开始，尽快亲自联系职工；人手不够，请马上告诉上级。',
      toCases: '查看诉求件',
    },
  },
  entrusted: {
    subject: (number: number) => `请您保密办理：第 ${number} 号诉求件`,
    text: '有一件诉求交给您这样的专人保密办理，别的同事看不到。请尽快登录查看。',
  },
  yourTurn: {
    subject: (number: number) => `轮到您办理：第 ${number} 号诉求件`,
    text: '有一件诉求轮到您办理。请登录查看。',
  },
  tenWorkers: {
    subject: (number: number) => `涉及十人以上：第 ${number} 号诉求件`,
    text: '这一件涉及十名以上职工，答复要由主席签发。现在还不用您办理，请先了解情况。',
  },
  workerWrote: {
    subject: (number: number) => `职工有留言：第 ${number} 号诉求件`,
    text: '职工在这件诉求里留了言，等您回复。请登录查看。',
  },
  consentAnswered: {
    subject: (number: number) => `职工对转告身份作了答复：第 ${number} 号诉求件`,
    text: '能不能把身份告诉对方，职工同意了、没有同意，或者收回了同意。请登录查看。',
  },
  extensionAsked: {
    subject: (number: number) => `请您决定延期：第 ${number} 号诉求件`,
    text: '承办人申请延长这件诉求的办理时间，请您决定。在您决定以前，原来的期限照旧。',
  },
  extensionDecided: {
    subject: (number: number) => `延期申请有了答复：第 ${number} 号诉求件`,
    text: '主席对这件诉求的办理时间作了决定。请登录查看。',
  },
  limitation: {
    subject: (number: number) => `法定时效快到：第 ${number} 号诉求件`,
    text: '这件诉求里，职工自己申请工伤认定或者劳动仲裁的法定时效快到了。请马上提醒职工，不要因为工会在办而错过。',
  },
  overdue: {
    subject: (count: number) => `有 ${count} 件诉求已超期`,
    text: '下列诉求已过办理期限，由您办理，或者由您管的人办理。请先告诉职工进展，再尽快办好。',
    toCases: '查看诉求件',
  },
  dueSoon: {
    subject: (count: number) => `有 ${count} 件诉求快到期`,
    text: '下列诉求快到期了，现在由您办理。',
    toCases: '查看诉求件',
  },
  supervised: {
    subject: (count: number) => `有 ${count} 件诉求被列入督办`,
    text: '下列诉求没有按时联系职工、过了期限，或者时间过半没有动静，已自动列入督办，由您盯着。请问清情况，督促办好。',
    toCases: '查看督办件',
  },
  alarm: {
    nobody: {
      subject: (count: number) => `有 ${count} 件诉求无人处理`,
      text: '下列诉求没有人能办。请马上指定人员，指定后系统会自动转交。',
      action: '指定人员',
    },
    late: {
      subject: (count: number) => `有 ${count} 件诉求超期多日，没有人动`,
      text: '下列诉求超期后已逐级告诉到县总工会，仍没有人办理，或者上级没有可以告诉的人。请马上找到能办的人。',
      action: '查看人员',
    },
    unreadable: {
      subject: (count: number) => `有 ${count} 件诉求的内容打不开`,
      text: '下列诉求里存着的文字和密钥对不上：可能有人改动过数据库，也可能密钥或盐不在了。请马上告诉负责部署的人；查清以前，不要恢复备份，也不要更换密钥。',
      action: '打开管理首页',
    },
    altered: {
      subject: (count: number) => (count === 0 ? '有一天的存证对不上' : `有 ${count} 件诉求的存证对不上`),
      text: '数据库里现在的办理记录，和事情发生时存下的不一样：可能有人绕过系统改动过。请马上下载存证文件，同以前抄下的字符核对，并告诉负责部署的人，也请让审计员知道。',
      action: '打开存证',
    },
    calendar: {
      subject: (year: number) => `请录入 ${year} 年节假日安排`,
      text: (year: number) =>
        `系统里还没有 ${year} 年的放假和调休安排。在录入之前，落在该年的期限只按周末计算，并标为“暂定”。`,
      action: '录入节假日',
    },
  },
  naming: {
    proposed: {
      subject: '有一项指定人员的提名等您决定',
      text: '另一位管理员为一个严格保密类别提名了一位同志。您同意后，这位同志就能看到这一类诉求。请先核实，再决定。',
      action: '去看提名',
    },
    named: {
      subject: '您所在的保密类别多了一位指定人员',
      himself: '您已被指定办理一类严格保密的诉求。这些诉求只有指定人员能看到，请不要对别人提起。',
      other:
        '您所在的严格保密类别多了一位指定人员，从现在起和您一样能看到这些诉求。请登录看看是谁；如果您觉得不对，请马上告诉县总工会。',
      action: '看看有哪些人',
    },
    unnamed: {
      subject: '保密类别的指定人员有变动',
      himself: '您不再是一个严格保密类别的指定人员，以后看不到这一类诉求。',
      other: '您所在的严格保密类别少了一位指定人员。请登录看看还有谁。',
      action: '看看有哪些人',
    },
    why: '严格保密类别的指定人员每有变动，都会告诉全体指定人员。',
  },
  invitation: {
    subject: (federation: string) => `${federation}邀请您使用呼应`,
    text: (federation: string) => `${federation}已为您开通账号，用来受理和答复职工诉求。`,
    how: (email: string) => `登录时填写 ${email}，系统会把一次性验证码发到这个邮箱。不需要密码。`,
    action: '登录',
    notYou: '如果您不在工会工作，请忽略这封邮件。',
  },
  addressChanged: {
    subject: '您的账号换了邮箱',
    over: (federation: string) =>
      `${federation}的管理员把您的账号换到了另一个邮箱。这个邮箱不能再用来登录，以后也收不到通知。`,
    here: (email: string) =>
      `您的账号换到了这个邮箱，以后用 ${email} 收验证码登录，通知也发到这里。各处的登录都已退出，请重新登录。`,
    action: '登录',
    notYou: (federation: string) => `如果您没有要求更换，请马上联系${federation}。`,
  },
  testMail: {
    subject: '测试邮件',
    text: '您收到了这封邮件，说明邮件能发出去，验证码和通知也会照常送到。',
    action: '返回邮件设置',
  },
}
