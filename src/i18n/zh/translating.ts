/** The English of a form that the office makes. */
export const translating = {
  left: (missing: number, stale: number) => {
    const all = [missing > 0 && `${missing} 处还没有英文`, stale > 0 && `${stale} 处中文改过，英文没改`]
    return `${all.filter(Boolean).join('，') || '都译好了'}。`
  },
  none: '没有要译的',
  done: (count: number) => `译好的 ${count} 处`,
  states: { missing: '还没有英文', stale: '中文改过', done: '好了' },
  stillRight: '英文不用改',
  table: {
    title: '用表格请人翻译',
    out: '交给翻译的人',
    outLead:
      '表格里有每一句中文、现有的英文和它在哪里。请对方只填 en 一列；看过、不用改的，在 status 一列写“好了”。',
    download: '下载表格（CSV）',
    in: '收回来',
    inLead: (kilobytes: number) =>
      `选文件，或者把整张表粘贴进来，不超过 ${kilobytes} KB。先看改了什么，再存。`,
    file: '译好的表格',
    paste: '或者粘贴在这里',
    look: '看看改了什么',
    wrong: {
      missing: '请选一个文件，或者粘贴表格',
      too_large: (kilobytes: number) => `太大了，最多 ${kilobytes} KB`,
      no_text: '这个文件不是表格文字，请存成 CSV 再选',
      columns: '第一行要有 id、zh、en 这几列的名字',
    },
  },
  incoming: {
    title: '表格里改了什么',
    lead: '还没有存。看过、改好，再存。',
    nothing: '表格里没有要改的英文。',
    changed: (count: number) => `改了 ${count} 处`,
    before: (en: string) => `原来：${en}`,
    new: '原来没有英文',
    outdated: (count: number) => `有 ${count} 处，中文在这期间改过。英文还是原来的，请逐句看`,
    made: (zh: string) => `对方译的是：${zh}`,
    use: (en: string) => `用对方的：${en}`,
    confirmed: '英文不用改的',
    unknown: '表里没有这几句，没有收',
    repeated: '同一句写了两次，只收第一次的',
  },
}
