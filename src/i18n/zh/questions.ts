export const questions = {
  otherText: '请写明',
  /** How many are to be chosen; nothing where any number is. */
  howMany(least?: number, most?: number): string {
    if (least && least === most) return `选 ${most} 项。`
    if (least && most) return `选 ${least} 到 ${most} 项。`
    if (most) return `最多选 ${most} 项。`
    return least ? `至少选 ${least} 项。` : ''
  },
  yuan: '元',
  timeHint: '比如 8:30、20:15，也可以写下午 3 点。',
  employer: {
    which: '是下面哪一家？',
    none: '都不是，就用我写的名称',
    union: (name: string) => `所属工会：${name}`,
  },
  list: {
    hint: (count: number) => `名单里共 ${count} 项，写其中几个字就行。`,
    which: '是下面哪一项？',
  },
  ranks: (most: number, of: number) =>
    most < of ? `从 1 选起，每个数只用一次，最多选 ${most} 项。` : '从 1 选起，每个数只用一次。',
  place: {
    words: '地点，比如路名、厂门、楼栋',
    latitude: '纬度',
    longitude: '经度',
    about:
      '点了下面的按钮，手机才会问您是否允许。只取到一百米左右，填在页面上，您看得到，也可以改、可以清掉。',
    fill: '填上我现在的大概位置',
    filled: '大概位置已填上。',
    refused: '没有取到位置，只写地点也可以。',
    clear: '清掉位置',
  },
  address: {
    province: '省（自治区、直辖市）',
    city: '市（州）',
    county: '县（市、区）',
    town: '乡镇（街道）',
    area: '村、社区或园区',
    detail: '路名、门牌、楼栋、房间',
  },
  files: {
    attach: '上传',
    takeOut: '删掉',
    more: (count: number) => `选好后点“上传”。还可以传 ${count} 个。`,
    full: (count: number) => `已经传满 ${count} 个；要换一个，先删掉一个。`,
    noneChosen: (label: string) => `${label}：请先选一个，再点“上传”`,
    tooOften: (label: string) => `${label}：这份表传的次数太多了，不能再传；已经传的还在`,
    evidence:
      '这里传的要作凭据：原件（带着拍摄的地点、时间和手机型号）另外加密封存，办理的人写明理由才能打开，每打开一次您都会看到。匿名提交的，不存原件。',
    noPhoto: (label: string) => `${label}：这里只收照片（JPEG、PNG、WebP、HEIC）；文件请拍成照片再传`,
    noSound: (label: string) => `${label}：这里只收录音（M4A、MP3、OGG、AMR）`,
  },
  partsOf: (label: string, parts: string[]) => `${label} · ${parts.join('；')}`,
  /** In place of a value that lacks an answer. */
  notYetKnown: '前面填好就会算出来',
  errors: {
    required: (label: string) => `请填写：${label}`,
    required_choice: (label: string) => `请选择：${label}`,
    required_file: (label: string) => `请上传：${label}`,
    required_consent: () => '需要您勾选同意，才能办理',
    required_declaration: (label: string) => `请先看这一句，属实就勾选：${label}`,
    not_offered: (label: string) => `${label}：请从给出的选项里选`,
    not_coordinates: (label: string) => `${label}：请各填一个数，比如 30.612 和 117.530，也可以都不填`,
    not_in_china: (label: string) => `${label}：这两个数不在国内，请核对，或者都不填`,
    rank_twice: (label: string, rank: number) => `${label}：第 ${rank} 位选了不止一次，请改一个`,
    rank_missing: (label: string, rank: number) => `${label}：还没有第 ${rank} 位，请从 1 起依次选`,
    several: (label: string, found: number, most: number) =>
      found > most
        ? `${label}：有 ${found} 项符合，下面是前 ${most} 项；没有您要的，请写得更具体`
        : `${label}：有 ${found} 项符合，请选一项`,
    not_listed: (label: string) => `${label}：名单里没有找到，请换几个字再试`,
    other_missing: (label: string) => `${label}：选了“其他”，请写明是什么`,
    not_together: (label: string, option: string) => `${label}：选了“${option}”，就不能再选别的`,
    too_few_chosen: (label: string, least: number, now: number) =>
      `${label}：至少选 ${least} 项，现在选了 ${now} 项`,
    too_many_chosen: (label: string, most: number, now: number) =>
      `${label}：最多选 ${most} 项，现在选了 ${now} 项`,
    not_a_number: (label: string) => `${label}：请只填数字`,
    not_whole: (label: string) => `${label}：请填整数`,
    too_small: (label: string, least: string) => `${label}：不能小于 ${least}`,
    too_big: (label: string, most: string) => `${label}：不能大于 ${most}`,
    not_a_date: (label: string) => `${label}：请填年、月、日，比如 2026 年 3 月 8 日`,
    not_a_month: (label: string) => `${label}：至少填年和月，比如 2026 年 3 月`,
    not_year_and_month: (label: string) => `${label}：请填年和月，比如 2026 年 3 月`,
    no_such_month: (label: string) => `${label}：没有这个月，请核对`,
    no_such_day: (label: string) => `${label}：没有这一天，请核对`,
    in_the_future: (label: string) => `${label}：不能晚于今天`,
    not_a_phone: (label: string) => `${label}：请填 11 位手机号，或带区号的电话`,
    not_a_phone_or_short: (label: string) => `${label}：请填电话，比如 0571-88888888 或 12351`,
    not_an_email: (label: string) => `${label}：请填完整的邮箱，比如 name@example.com`,
    not_a_credit_code: (label: string) => `${label}：请核对，应是 18 位数字和大写字母，最后一位要对得上`,
    not_a_name: (label: string) => `${label}：请写姓名，不能只有数字或符号`,
    not_a_resident_id: (label: string, now: number) =>
      `${label}：应是 18 位，最后一位是数字或 X，现在有 ${now} 位`,
    resident_id_mistyped: (label: string) => `${label}：有一位对不上，请照身份证核对`,
    not_money: (label: string) => `${label}：请填金额，比如 1234.50`,
    too_fine: (label: string) => `${label}：最多到分，小数点后最多两位`,
    not_a_time: (label: string) => `${label}：请填几点几分，比如 8:30 或晚上 8 点半`,
    twice: (label: string) => `${label}：收到了两个不同的回答，请只留一个`,
    too_many_files: (label: string, most: number, now: number) =>
      `${label}：最多 ${most} 个，现在有 ${now} 个；请删掉几个`,
    full: (label: string) => `${label}：您选的已经满了，请选别的`,
    too_few_entries: (label: string) => `${label}：请再填一项`,
    which: '请选择是哪一家单位',
  },
}
