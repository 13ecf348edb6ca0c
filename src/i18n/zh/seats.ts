/** Of forms that take so many and no more. */
export const seats = {
  /** Before anything is asked, where all places are taken and one may wait. */
  before: '名额已经满了。您可以接着填，排进候补名单；轮到您时，用查询码就能看到。',
  /** Where one may not. */
  none: {
    title: '名额已经满了',
    text: '这里的名额都有人了，没有提交任何内容。有人退出时名额会再放出来，可以过些天再来看看。别的事，可以这样找到我们：',
  },
  option: '已满',
  optionWaits: '已满，可以排候补',
  check: '您选的已经没有名额。提交后您排在候补名单上；轮到您时，用查询码就能看到。',
  lead: '还没有提交。没有问题，就点最下面的“排进候补名单”。',
  send: '排进候补名单',
  has: '您有名额。',
  waits: (at: number) => `名额已满，您排在候补名单第 ${at} 位。轮到您时，用查询码就能看到。`,
  /** To people of the union. */
  seat: '名额',
  hasOne: '有名额',
  waitsAt: (at: number) => `候补第 ${at} 位`,
  /** Where the numbers are set. */
  setting: {
    title: '名额',
    inAll: '一共收多少人',
    atSite: '这个点位收多少人',
    ofOption: '这一项收多少人',
    unlimited: '不填就不限',
    waits: '满了以后可以排候补',
    about: '改多了，候补的人按先后补上；改少了，已有名额的人不变。',
    save: '定下来',
    saved: '名额定好了',
    wrong: '请填 1 到 100000 的整数，不填就不限',
  },
}
