import { followHistory, followWho } from './follow-history.ts'
import { followStates } from './follow-states.ts'

interface Act {
  /** The heading, or the question that opens the form. */
  title: string
  /** What it means and what follows. */
  about: string
  label: string
  button: string
  /** Said after it was done. */
  done: string
}

export const follow = {
  ...followStates,
  history: followHistory,
  who: followWho,
  entry: {
    title: '查进度',
    lead: '请输入您的查询码，就能看到办到哪一步了。',
    label: '查询码',
    hint: '一共 16 个字符，在您提交后的页面上。大小写、空格、横线都不要紧。',
    button: '查看',
    empty: '请输入查询码',
    none: '没有看到查询码，请输入提交后得到的 16 个字符',
    foreign: (letters: string[]) => `查询码里不会有 ${letters.join('、')}，请对照着改一改`,
    short: (missing: number) => `少了 ${missing} 个字符，查询码一共 16 个`,
    long: (extra: number) => `多了 ${extra} 个字符，查询码一共 16 个`,
    nothing: '没有找到这个查询码对应的内容',
    nothingHelp:
      '请对照您保存的查询码再输一次：4 组，每组 4 个字符。里面只会有数字 2–9 和字母 C F G H J M P Q R V W X，没有 0、1、O、I、L 这些容易看错的。换过查询码的，请用新的。',
    lost: '查询码丢了怎么办？',
    lostHelp:
      '查询码只有您自己有，我们也查不到。留了联系方式、没有封存的，请拨打 12351，由工会和您核对。匿名的，或者姓名和电话封存了的，工会没法核对，请重新提交一次。',
    shared: '用的是别人的手机？看完请按“退出查询”。30 分钟没有操作也会自动退出。',
  },
  expired: {
    title: '没有保存：查询已经退出',
    about:
      '为了保护您，30 分钟没有操作就会自动退出。您刚才写的内容没有保存，请先复制下面的文字，再输入查询码。',
    nothingTyped: '为了保护您，30 分钟没有操作就会自动退出。刚才的操作没有保存，请再输入一次查询码。',
    typed: '您刚才写的内容',
  },
  failed: {
    title: '可能没有保存',
    about: '是我们的系统出了问题，不知道有没有存上。过一会儿回到查询页看看；没有的话，再来一次。',
    copy: '请先复制下面的文字。',
    back: '回到查询页',
  },
  opening: {
    title: '打开这一件？',
    about:
      '这个链接里有一个查询码。是您自己保存的，请按下面的按钮；是别人发给您的，请不要打开，更不要在里面写您的事。',
    closes: '您正在查看另一件，打开这一件就会换过去。',
    otherLink: '您后来又打开了另一个链接。现在按下去，打开的是后来的那一件。',
    button: '是我的，打开',
  },
  otherCase: {
    title: '没有保存：现在打开的是另一件',
    about: (number: number) =>
      `您刚才那一页是别的一件，这个浏览器现在打开的是第 ${number} 号。为了不弄错，刚才的操作两件都没有做。`,
    copy: '请先复制下面的文字。',
    open: (number: number) => `去第 ${number} 号`,
    back: '要回到刚才那一件，请输入它的查询码',
  },
  page: {
    title: (name: string) => `您的${name}`,
    number: (number: number) => `第 ${number} 号`,
    now: '现在',
    who: '谁在办',
    turn: '轮到谁',
    you: '您',
    union: '工会',
    holder: (role: string, org: string | undefined) => (org ? `${role}（${org}）` : role),
    nobody: '已经结束，没有人在办',
    next: '下一步',
    by: '最晚',
    contact: '工会联系您',
    legal: { decision: '按规定，告诉您是否受理', limit: '按规定，办结' },
    contactBy: ['最晚 ', ''],
    contactSealed: '您的电话是封存的，工会现在只能在这里留言。要工会打给您，请先打开。',
    contactOpen: '打开我的电话',
    late: '这一天已经过了，对不起。负责的人会收到催办，直到办好。',
    supervised: (who: string | null) => (who ? `这件事正在督办，盯着进度的是${who}。` : '这件事正在督办。'),
    extended: '办理时间延长过一次，原因见下面的经过。',
    goThread: '留言',
    goHistory: '办理经过',
    goRights: '我的权利',
    goLeave: '退出',
  },
  leave: {
    title: '看完了？',
    button: '退出查询',
    about: '退出后，别人用这部手机看不到您的内容。',
    done: '已经退出。这部手机上不再留有您的查询。',
  },
  question: { title: '工会想请您补充' },
  consent: {
    title: '能不能告诉对方您是谁？',
    about: '工会想把您是谁告诉下面这一方。您不同意，就不会告诉。',
    recipient: '告诉谁',
    contact: '怎样找到对方',
    what: '告诉什么',
    purpose: '为了什么',
    ifNo: '不同意，这件事也接着办，只是不提您是谁。对方没法和您核对的，可能要多等些时候，或者只能办一部分。',
    later: '同意以后，随时可以在“您的同意”里收回。',
    give: '同意',
    refuse: '不同意',
    yours: '您的同意',
    line: (recipient: string, what: string) => `告诉${recipient}：${what}`,
    standing: { asked: '等您答复', given: '您同意了', refused: '您没有同意', withdrawn: '您收回了同意' },
    passed: ['已在', '告诉对方'],
    notPassed: '还没有告诉对方',
    notBack: '收回以前已经告诉的，收不回来。想让对方不再使用，可以直接联系：',
    withdraw: '收回同意',
    withdrawAbout: '收回以后不再告诉对方；已经告诉的收不回来。办理的人会知道您收回了。',
    done: {
      given: '您同意了。告诉对方以后，这里会写明是哪一天。',
      refused: '您没有同意。这件事接着办，不提您是谁。',
      withdrawn: '同意已经收回，从现在起不再告诉对方。',
    },
  },
  declined: { title: '为什么不受理' },
  merged: { title: '为什么并在一起办' },
  joined: {
    lead: '您的这一份和说同一件事的另一份并在一起办。',
    status: {
      needs_info: { now: '工会在等对方补充情况。', next: '对方补充；到了这一天，我们按现有的情况接着办' },
      withdrawn: {
        now: '另一份撤回了，正在核实。',
        next: '核实以后，另一份不办了的话，您的这一份接着单独办',
      },
      replied: { now: '工会已经答复，请看下面。', next: '' },
      closed: { now: '工会已经答复，这件事办结了。请看下面。', next: '' },
      archived: { now: '那件事已经归档，答复的内容已经删除。', next: '' },
    },
    other: '另一位职工（等对方补充）',
    reply: '对两份的答复',
    aboutReply: '这份答复由另一份的职工评价。如果答复没有说到您的情况，可以在上面要求单独办，也可以留言。',
  },
  reply: {
    title: '给您的答复',
    signed: (who: string) => `${who}签发`,
    outcome: { supported: '支持您的诉求', partly: '部分支持您的诉求', not_supported: '不支持您的诉求' },
    earlier: '以前的答复',
  },
  rating: {
    title: '请您评价',
    about: '两个问题分开回答。您的回答直接记录，承办人改不了，也不会提前看到。',
    until: '最晚这一天回答（当天也算）：',
    solved: '您的问题解决了吗？',
    satisfied: '您对工会的办理满意吗？',
    solvedMissing: '请选择问题解决了没有',
    satisfiedMissing: '请选择满意不满意',
    button: '提交评价',
    done: '您的评价已经记下，谢谢您。',
    yours: '您的评价',
    yoursSolved: '问题',
    yoursSatisfied: '办理',
  },
  further: {
    title: '还没解决？您还可以',
    solved: '又有反复？您还可以',
    until: '最晚这一天提出（当天也算）：',
    over: '您已经要求复查过两次，按规定不再复查（信访工作条例第三十六条）。您仍可以拨打 12348 问一问法律上的办法。',
  },
  safety: '遇到报复或危险',
  mediation: {
    title: '调解有期限，仲裁随时可以申请',
    ends: ['协商调解最晚到 ', '（当天也算）。到了这一天还没有谈成，您可以申请劳动仲裁。'],
    anytime: '不想等，现在就可以去申请。怎么申请，可以打 12333 或 12348 问。',
  },
  thread: {
    title: '和工会的留言',
    news: '新留言',
    answer: '去回复',
    newAbove: '最新的留言在上面',
    none: '还没有留言。有话想说、有情况要补充，都可以写在这里。',
    anonymous: '您是匿名的，在这里写也不会暴露您是谁。请不要写姓名、电话等能认出您的内容。',
    you: '您',
    fresh: '新',
    label: '写给工会',
    hint: '写完按“发送”。工会的回复会出现在这里。',
    button: '发送',
    done: '留言已经发出。工会的回复会出现在这里。',
  },
  past: { title: '办理经过' },
  rights: {
    title: '您的权利',
    about: '您给我们的内容，您可以看、可以更正、可以拿走，也可以删除。',
    name: '姓名和电话',
    wrote: '内容和查询码',
    contact: '更正我的姓名和电话',
    data: '下载我的全部内容',
    sealAbout: '封存以后，工会里谁也打不开，只有您的查询码能打开。',
    sealedAbout: '现在是封存的，只有您的查询码能打开。',
    erase: '删除能认出我的信息',
    words: '删除我写的内容',
    wordsAbout: '填的内容和留言都会被删除，删除以前先告诉您会怎样。',
    looks: '谁看过我的姓名和电话',
    receipt: '换一个查询码',
    receiptAbout: '别人可能看到了您的查询码？换新的，旧的就不能用了。',
  },
  acts: {
    information: {
      title: '补充情况',
      about: '写您知道的就行，不清楚的可以说不清楚。',
      label: '您的补充',
      button: '提交补充',
      done: '收到您的补充，值班受理员会接着看。',
    },
    objection: {
      title: '我不同意，要提出异议',
      about: '我们会重新看这件事；上面还有一级工会的，由上一级来看。',
      label: '为什么不同意',
      button: '提出异议',
      done: '收到您的异议，会重新看这件事。',
    },
    parting: {
      title: '我不同意并在一起，要单独办',
      about: '您的这一份会单独受理；上面还有一级工会的，由上一级来办。',
      label: '为什么要单独办',
      button: '要求单独办',
      done: '您的这一份重新单独受理了。',
    },
    reopening: {
      title: '要求重新办理',
      about: '会换一位承办人，3 个工作日内给您回应。',
      label: '哪里还没有解决',
      button: '要求重新办理',
      done: '这件事重新办理，会换一位承办人。',
    },
    appeal: {
      title: '要求上一级复查',
      about: '不认可这个结果，可以请上一级工会复查，30 天内答复您。',
      label: '您不认可的地方',
      button: '要求复查',
      done: '已经转给上一级工会复查。',
    },
    withdrawal: {
      title: '撤回',
      about:
        '撤回后我们停止办理。另一位工作人员会确认没有人逼您撤回；在他确认以前，您可以回到这里要求接着办。如果有人逼您撤回，请不要撤回，告诉我们。',
      label: '为什么撤回（可以不写）',
      button: '撤回',
      done: '已经撤回。改变主意的话，在工作人员确认以前，可以在这里要求接着办。',
    },
    resumption: {
      title: '要求接着办',
      about: '改变主意了？按一下就接着办，不需要理由。',
      label: '',
      button: '接着办',
      done: '好的，我们接着办。',
    },
    cancellation: {
      title: '撤回',
      about: '撤回后我们不再办理。有名额的，名额马上给下一位；想再来，要重新填写。',
      label: '为什么撤回（可以不写）',
      button: '撤回',
      done: '已经撤回。',
    },
    correction: {
      title: '更正写错的内容',
      about: '原来的内容和您的更正都会留着，办理的人以更正为准。请不要在这里写姓名和电话。',
      label: '哪里写错了，应该是什么',
      button: '提交更正',
      done: '您的更正已经记下，办理的人会看到。',
    },
    danger: {
      title: '现在有人身危险',
      about:
        '有人会受伤、被打、想不开……请先离开危险的地方，拨打 110 或 120，再告诉我们。负责的人马上会收到通知，不分昼夜。',
      label: '有什么危险，在哪里',
      button: '告诉工会',
      done: '我们知道了，已经马上通知负责的人。最晚什么时候联系您，写在下面。',
    },
    retaliation: {
      title: '因为这件事受到了报复',
      about: '被调岗、扣钱、威胁、辞退……请告诉我们。这件事会马上列为督办。有危险请先拨打 110。',
      label: '发生了什么，什么时候',
      button: '告诉工会',
      done: '我们知道了。这件事已经列为督办，会有人尽快联系您。请留意这里的留言。',
    },
  } satisfies Record<string, Act> as Record<
    | 'information'
    | 'objection'
    | 'parting'
    | 'reopening'
    | 'appeal'
    | 'withdrawal'
    | 'resumption'
    | 'cancellation'
    | 'correction'
    | 'danger'
    | 'retaliation',
    Act
  >,
  contact: {
    title: '更正我的姓名和电话',
    about: '单独存放。谁看过，在“谁看过我的姓名和电话”里都查得到。',
    sealed: '现在只有您自己看得到；保存以后照样封存。',
    button: '保存',
    empty: '全部清空就是删除。要删除请回到上一页，按“删除能认出我的信息”',
    noted: '姓名和电话',
    done: '已经保存。',
  },
  erase: {
    title: '删除能认出我的信息',
    about: '会删除：',
    kept: '会留下：您反映的事情本身、留言和办理经过。如果您在这些文字里写了自己的名字，也可以接着用“删除我写的内容”。',
    after: '删除以后不能恢复。工会只能通过这里的留言联系您，请保管好查询码。',
    nothing: '我们没有存能认出您的信息，没有什么要删除的。',
    sealed: '姓名和电话，现在是封存的。',
    mail: (address: string) => `提醒用的邮箱 ${address}，以后不再提醒。`,
    push: '弹出提醒的那个浏览器的登记，以后不再提醒。',
    button: '确认删除',
    back: '不删除，返回',
    done: '能认出您的信息已经删除。',
  },
  eraseWords: {
    title: '删除我写的内容',
    about: '会删除：',
    goes: ['您填写的内容', '您和工会的全部留言，包括工会写给您的', '您在补充、更正、异议、撤回等时候写的话'],
    stays: '会留下：',
    kept: [
      '有过这一件，它的编号、类别和日期',
      '办到了哪一步、是什么职务办的、您的评价',
      '工会自己写的办理记录、转给其他部门的和签发给您的答复，里面可能说到您写的事；保存期满一起删除',
    ],
    identity: '姓名和电话单独存放，要另外删除：',
    open: '这件事还没有办完。删除以后，办理的人看不到是什么事，可能办不下去，也可能再来问您。不想让他们接着办，请先撤回。',
    withdraw: '去撤回',
    waits: '您还在候补。您要是选了时间或项目，排候补要用，先留着；排到了或者您取消了，就看不出是您选的。',
    when: '这里马上删除；备份里的，五个星期以后谁也打不开。',
    after: '删除以后不能恢复，我们也找不回来。想自己留一份，请先下载。',
    nothing: '没有您写的内容，没有什么要删除的。',
    button: '全部删除',
    back: '不删除，返回',
    changed: '您打开这一页以后，这件事有了新的内容，所以还没有删除。请再看一遍，再按一次。',
    done: '您写的内容已经删除。',
    erased: ['您在', '删除了您写的内容。'],
  },
  looks: {
    title: '谁看过我的姓名和电话',
    none: '还没有人看过。',
    times: (count: number) => `一共看过 ${count} 次。每看一次都要写明理由，也都会列在这里。`,
  },
  seal: {
    receipt: '您的查询码',
    wrong: '这不是这件事的查询码，什么都没有改。请对照再看一遍',
    nothing: '我们没有存能认出您的信息，没有什么要封存的。',
    sealed: {
      title: '看、更正或打开封存的姓名和电话',
      about: '您留下的姓名和电话现在是封存的：工会里谁也打不开，管理员也不行，只有您的查询码能打开。',
      show: '我自己看，或者更正',
      button: '打开，让工会能看',
      after: {
        complaint:
          '打开以后，办理的人写明理由才能看，每看一次您都能查到。以后可以再封存，但看过的人已经知道了。',
        report:
          '打开以后，只有县总工会办理的人写明理由才能看，每看一次您都能查到。以后可以再封存，但看过的人已经知道了。',
      },
      done: {
        complaint: '已经打开，办理的人写明理由可以看。',
        report: '已经打开，县总工会办理的人写明理由可以看。',
      },
    },
    open: {
      title: '封存我的姓名和电话',
      about:
        '您留下的姓名和电话现在是打开的：办理的人写明理由就能看。封存以后，只有您的查询码能打开，工会只能在这里给您留言。您同意过转告的，也一并收回。',
      lost: '查询码丢了，封存的姓名和电话就再也打不开。看过的人已经知道的，封存不了。',
      button: '封存',
      done: '姓名和电话已经封存，只有您的查询码能打开。',
    },
  },
  newReceipt: {
    title: '换一个查询码',
    about:
      '请先存好下面的新查询码：截屏、抄下来都行。在您按下“换成新的”以前，旧的还能用；按下以后，旧的马上作废。',
    news: '换成新的以后，新消息的提醒会停，要再开一次。',
    code: '您的新查询码',
    qrAlt: '打开查询页的二维码',
    qr: '长按二维码，存进相册。换好以后，扫一扫就打开查询页。',
    last: '请输入新查询码的最后 4 位',
    lastHint: '这样可以确认您已经存好，而且没有抄错。',
    wrong: '和新查询码的最后 4 位不一样，请对照上面再看一遍',
    old: '您现在的查询码',
    oldHint:
      '姓名和电话封存着，要先用旧的查询码打开，再用新的封存。旧的不在手边？请先返回，删除能认出您的信息，再来换。',
    overtaken: '刚才还没有换成。请以下面这个新查询码为准，重新存好。',
    button: '换成新的，旧的作废',
    back: '不换了，返回',
    done: '查询码已经换好，旧的不能再用。',
  },
  data: {
    title: '我们存的关于您的全部内容',
    about:
      '这一页可以打印，也可以下载成文件。里面有您的个人内容，请不要留在别人的手机上。在微信里如果下载不了，可以截屏保存这一页。',
    file: '下载文件（JSON）',
    case: '这一件',
    answers: '您填写的内容',
    identity: '能认出您的信息（单独存放）',
    noIdentity: '没有存。',
    messages: '留言',
    replies: '答复',
    told: '转给其他部门的内容',
    category: '类别',
    mode: '方式',
    state: '现在',
    filed: '提交时间',
    number: '编号',
    closing: '办结',
    org: '负责的工会',
    enterprise: '用人单位',
    anonymous: '匿名',
    bypassesUnit: '不经本单位',
    none: '没有',
  },
  errors: {
    empty: '请写几句再提交',
    conflict:
      '您写的时候，这件事有了新的变化，所以这一次没有保存。您写的内容还在下面。请看清现在的情况，需要的话再提交一次。',
    notAllowed: '现在不能这样做了，所以没有保存。请看上面现在的情况。',
    tooOftenTitle: '今天先到这里',
    tooOften:
      '您今天在这件事里写了很多，前面的都已经收到。为了留出地方给每一个人，这一次没有保存，明天零点以后可以继续。您写的还在这一页，可以先复制下来。事情急，请现在就打电话：',
  },
}
