import type { ClosingLabel, State } from '../../db/vocabulary.ts'

interface Status {
  now: string
  next: string
}

/** Where a case stands, said to the worker: what is happening now, and what comes next. */
export const followStates = {
  /** What the county itself decided is for the federation above it. */
  toCity: {
    waiting: {
      now: '这是县总工会自己作的决定，由上一级总工会复查。我们正在安排一位没有参与决定的人陪您去办。',
      next: '安排好陪办的人，把这件事送过去',
    },
    escorted: {
      now: '上一级总工会正在复查，我们的人陪着办。这件事在我们这里没有结束。',
      next: '我们的人去问复查的进展',
    },
  },
  status: {
    submitted: { now: '我们收到了，正在转给值班受理员。', next: '值班受理员看过后，决定是否受理' },
    triage: { now: '值班受理员正在看您反映的情况。', next: '告诉您是否受理' },
    needs_info: {
      now: '工会需要您再补充一些情况，才能往下办。',
      next: '请您补充；到期没有补充，我们就按现有的情况接着办',
    },
    declined: { now: '这件事不由我们受理，原因和可以去的地方写在下面。', next: '不同意的话，您可以提出异议' },
    accepted: { now: '工会已经受理，正在安排人来办。', next: '交给一位承办人' },
    dispatched: { now: '已经交给承办人，等他签收。', next: '承办人签收，开始办理' },
    investigating: { now: '承办人正在了解情况。', next: '给您答复' },
    mediating: {
      now: '工会正在和用人单位协商调解。',
      next: '协商有结果，或者转入下一步',
    },
    referred: {
      now: '其他部门正在处理，工会陪着一起办。这件事在我们这里没有结束。',
      next: '承办人去问其他部门的进展',
    },
    drafting: { now: '承办人正在写给您的答复。', next: '答复交给部门负责人审核' },
    in_review: { now: '给您的答复写好了，部门负责人正在审核。', next: '审核通过后，交领导签发' },
    sign_off: { now: '给您的答复已经审核，等领导签发。', next: '签发后，您在这里就能看到' },
    replied: { now: '工会已经答复您。', next: '请您告诉我们：问题解决了吗' },
    reopened: { now: '这件事正在重新办理，会换一位承办人。', next: '交给另一位承办人' },
    under_review: { now: '上一级工会正在复查这件事。', next: '给您复查的答复' },
    closed: { now: '这件事已经办结。', next: '' },
    withdrawn: {
      now: '您已经撤回，我们停止办理。',
      next: '另一位工作人员会确认：撤回是您自己的意思，没有人逼您',
    },
    received: { now: '我们收到了，值班受理员会看。', next: '值班受理员查看' },
    seen: { now: '值班受理员已经看过。', next: '办好后在这里告诉您' },
    done: { now: '这件事已经办好。', next: '' },
    archived: { now: '这件事已经归档，能认出您的内容已经删除。', next: '' },
  } satisfies Record<State, Status> as Record<State, Status>,
  /** After the two answers, until the case moves again. */
  rated: { now: '谢谢您的回答。您说问题没有解决。', next: '工会看您的回答，决定下一步' },
  ratedPartly: { now: '谢谢您的回答。您说问题部分解决了。', next: '工会看您的回答，决定下一步' },
  /** He withdrew it, and was in danger that nobody has spoken to him about. */
  withdrawnInDanger: {
    now: '您已经撤回。您说过有危险，我们还会联系您一次，看您是不是平安。',
    next: '联系您；再由另一位工作人员确认撤回是您自己的意思，没有人逼您',
  },
  withChair: {
    now: '您的问题还没有全部解决，主席正在看下一步怎么办。',
    next: '主席决定重新办理，或者向您说明',
  },
  closed: {
    solved: '您说问题解决了，这件事已经办结。',
    partly: '这件事已经办结，问题只解决了一部分。我们如实记为“部分解决”，不算“已解决”。',
    unsolved: '这件事已经办结，但问题没有解决。我们如实记为“未解决”。',
    no_answer: '我们答复以后没有等到您的评价，这件事已经办结，记为“未回应”，不算满意。',
    merged: '还有一份说的是同一件事，已经并在一起办。',
    declined: '这件事没有受理，已经办结，记为“不予受理”。',
    withdrawn: '您撤回了这件事，已经办结，记为“已撤回”。',
  } satisfies Record<ClosingLabel, string> as Record<ClosingLabel, string>,
}
