/** A type of question as it is written in such a file. */
export interface TypeIn {
  name: string
  /** The list that it offers. */
  list: string
  orOther: boolean
}

const aliases: Record<string, string> = {
  ...{ string: 'text', int: 'integer', photo: 'image', location: 'geopoint', gps: 'geopoint' },
  ...{ trigger: 'acknowledge', datetime: 'date_time', 'date time': 'date_time' },
}

const selecting =
  /^(select[ _]one|select1|select[ _]multiple|select all that apply|rank)(?: from)?\s+(\S+)(\s+or[ _](?:other|specify other))?$/i

/** What a phone tells of itself or of whom it belongs to: that is not asked for here. */
export const silentTypes: readonly string[] = [
  ...['start', 'end', 'today', 'deviceid', 'simserial', 'subscriberid', 'phonenumber', 'username', 'email'],
  ...['audit', 'start-geopoint', 'background-audio', 'background-geopoint', 'hidden'],
]

export function typeIn(written: string): TypeIn {
  const plain = written.trim().replace(/\s+/g, ' ')
  const [, selects, list = '', other] = selecting.exec(plain) ?? []
  if (selects) {
    const lower = selects.toLowerCase()
    const name = lower === 'rank' ? 'rank' : /multiple|all/.test(lower) ? 'select_multiple' : 'select_one'
    return { name, list, orOther: other !== undefined }
  }
  const lower = plain.toLowerCase()
  return { name: aliases[lower] ?? lower, list: '', orOther: false }
}
