import { asList, isObject, type Json, without } from './json.ts'
import { type Texts, withoutTexts } from './texts.ts'

/** The shape in which a definition is stored now; see `upgrading`. */
export const schemaNow = 2

/**
 * A definition as it is stored, from how a person writes it: each question and list once, by its id, and all words
 * apart, by language. Total: what is wrong is kept as far as it goes, so that whoever reads it says what is wrong.
 */
export function storedFrom(written: Json): Json {
  const { pages, retired, conditions, values, ...whole } = written
  const into: Folding = { questions: {}, lists: {}, texts: {}, offers: new Map() }
  const kept = (it: unknown, as: string) => (it === undefined ? undefined : withoutTexts(into.texts, it, as))
  return without({
    schema: schemaNow,
    ...(kept(whole, 'form') as Json),
    pages: Array.isArray(pages) ? pages.map((page) => foldPage(into, page)) : pages,
    retired: retired === undefined ? undefined : asList(retired).map((field) => foldField(into, field)),
    conditions: kept(conditions, 'condition'),
    values: kept(values, 'value'),
    questions: into.questions,
    lists: into.lists,
    texts: into.texts,
  })
}

interface Folding {
  questions: Json
  lists: Json
  texts: Texts
  /** What each list offers, with its words. */
  offers: Map<string, string>
}

function foldPage(into: Folding, page: unknown): Json {
  if (!isObject(page)) return {}
  const { fields, ...rest } = page
  const items = Array.isArray(fields) ? fields.map((field) => foldField(into, field)) : fields
  return without({ ...(withoutTexts(into.texts, rest, `page.${page.id}`) as Json), items })
}

/** Puts a field among the questions; answers its id. */
function foldField(into: Folding, field: unknown): string {
  if (!isObject(field)) return ''
  const { type, name, required, requiredWhen, identity, sensitive, checks, ...rest } = field
  const id = String(name ?? '')
  const { list, settings } = foldOptions(into, id, rest)
  const { label, hint, ...others } = settings
  const kept = withoutTexts(into.texts, { label, hint, checks, ...others }, `question.${id}`) as Json
  const { checks: checksKept, ...settingsKept } = kept
  into.questions[id] = without({
    kind: type,
    required: requiredWhen === undefined ? requiredAs(required) : { when: requiredWhen },
    identity,
    sensitive,
    checks: checksKept,
    list,
    settings: settingsKept,
  })
  return id
}

function requiredAs(required: unknown): unknown {
  if (required === true) return 'yes'
  return required === false ? 'no' : required
}

/** Puts what a question offers among the lists, with what of it means danger. */
function foldOptions(into: Folding, id: string, { list, options, dangerWhen, ...settings }: Json) {
  if (!isOffer(options)) return { settings: without({ ...settings, list, options, dangerWhen }) }
  const signs = asList(dangerWhen)
  const values = options.map(({ value }) => value)
  const offered = options.map(({ value, ...rest }) => ({
    id: value,
    ...rest,
    ...(signs.includes(value) ? { danger: true } : {}),
  }))
  const at = freeList(into, typeof list === 'string' ? list : id, JSON.stringify(offered))
  into.lists[at] = withoutTexts(into.texts, offered, `list.${at}`)
  const others = signs.filter((sign) => !values.includes(sign as string))
  return {
    list: at,
    settings: without({ ...settings, dangerWhen: others.length > 0 ? others : undefined }),
  }
}

/** Two questions share a list where they offer the same, word for word; else it goes under another id. */
function freeList({ offers }: Folding, wanted: string, offer: string): string {
  let at = wanted
  for (let count = 2; (offers.get(at) ?? offer) !== offer; count++) at = `${wanted.slice(0, 36)}_${count}`
  offers.set(at, offer)
  return at
}

function isOffer(options: unknown): options is (Json & { value: string })[] {
  return Array.isArray(options) && options.every((one) => isObject(one) && typeof one.value === 'string')
}
