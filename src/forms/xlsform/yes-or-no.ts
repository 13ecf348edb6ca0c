/** What such a file offers where a yes or a no is asked. */
export const yesOrNoLabels = [
  { value: 'yes', label: { zh: '是', en: 'Yes' } },
  { value: 'no', label: { zh: '否', en: 'No' } },
]

/** Whether a cell says yes, or no, however it is written; one that is empty says no. */
export const saysYes = (cell: string | undefined) => /^(?:yes|true|true\(\)|y|1)$/i.test(cell?.trim() ?? '')
export const saysNo = (cell: string | undefined) => /^(?:no|false|false\(\)|n|0)?$/i.test(cell?.trim() ?? '')

/** Whether what is offered says no more than yes and no, however it is stored. */
export function isYesOrNo(options: readonly { label: { zh: string; en: string } }[]): boolean {
  const said = options.map(({ label }) => [label.zh, label.en].map((text) => text.toLowerCase()))
  const [yes, no, more] = said
  return (
    more === undefined &&
    yes?.every((text) => ['是', 'yes', ''].includes(text)) === true &&
    no?.every((text) => ['否', 'no', ''].includes(text)) === true
  )
}
