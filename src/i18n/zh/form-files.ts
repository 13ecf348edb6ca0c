/** Forms that are taken out as files, and put in from them. */
export const formFiles = {
  out: {
    title: '取出成文件',
    lead: '文件里只有问题，没有任何人填的内容。',
    working: '取出的是正在修改的这一份，还没有发布。',
    version: (number: number) => `取出的是第 ${number} 版。`,
    json: '取出 JSON',
    jsonLead: '整份表都在里面，放回来和取出时一样。',
    schema: '看它的格式（JSON Schema）',
  },
  in: {
    title: '从文件新建',
    lead: '放进来以后还是一份修改，看过再发布；发布以前，职工看不到。',
    file: '选文件',
    fileHint: '从这里取出的 JSON，最大 1 MB。',
    paste: '没有文件，只有文字',
    pasted: '把 JSON 粘贴在这里',
    take: '放进来',
    wrong: {
      nothing: '请选一个文件，或者粘贴文字',
      again: '文件没有留下，请再选一次',
      too_large: '文件超过 1 MB，没有收下。请把它分成两份表',
      not_text: '读不出这个文件。请用从这里取出的 JSON',
      not_a_form: '这不是一份表：里面没有 pages',
    },
  },
}
