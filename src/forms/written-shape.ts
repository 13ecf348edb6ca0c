import { asList, isObject, type Json, without } from './json.ts'
import { below, treeOf, withTexts } from './texts.ts'

/** A definition as a person writes it, from how it is stored. Total, as `storedFrom` is. */
export function writtenFrom(stored: Json): Json {
  const { schema, pages, questions, lists, texts, translated, retired, conditions, values, ...whole } = stored
  const tree = treeOf(texts)
  const field = (item: unknown) => unfoldField({ questions, lists, tree }, String(item))
  const kept = (it: unknown, as: string) => (it === undefined ? it : withTexts(it, tree[as]))
  return without({
    ...(withTexts(whole, tree.form) as Json),
    pages: Array.isArray(pages) ? pages.map((page) => unfoldPage(page, tree, field)) : pages,
    retired: retired === undefined ? undefined : asList(retired).map(field),
    conditions: kept(conditions, 'condition'),
    values: kept(values, 'value'),
  })
}

function unfoldPage(page: unknown, tree: Json, field: (item: unknown) => Json): Json {
  if (!isObject(page)) return {}
  const { items, ...rest } = page
  const fields = Array.isArray(items) ? items.map(field) : items
  return without({ ...(withTexts(rest, below(tree, 'page')[String(page.id)]) as Json), fields })
}

interface Stored {
  questions: unknown
  lists: unknown
  tree: Json
}

function unfoldField({ questions, lists, tree }: Stored, name: string): Json {
  const question = isObject(questions) && Object.hasOwn(questions, name) ? questions[name] : undefined
  if (!isObject(question)) return { name }
  const { kind, required, settings, list, checks, ...rest } = question
  const options = unfoldOptions(lists, list, tree)
  const own = isObject(settings) ? settings : {}
  const signs = [...(options?.signs ?? []), ...asList(own.dangerWhen)]
  const field = without({
    ...rest,
    type: kind,
    name,
    ...requiredFrom(required),
    ...own,
    checks,
    ...(options ? { options: options.offered, list: list === name ? undefined : list } : {}),
    ...(signs.length > 0 ? { dangerWhen: signs } : {}),
  })
  return withTexts(field, below(tree, 'question')[name]) as Json
}

function requiredFrom(required: unknown): Json {
  if (required === 'yes') return { required: true }
  if (required === 'no') return { required: false }
  return isObject(required) ? { required: false, requiredWhen: required.when } : { required }
}

function unfoldOptions(lists: unknown, list: unknown, tree: Json) {
  const all = isObject(lists) && typeof list === 'string' ? lists[list] : undefined
  if (!Array.isArray(all)) return undefined
  const worded = asList(withTexts(all, below(tree, 'list')[String(list)])).filter(isObject)
  return {
    offered: worded.map(({ id, danger, ...rest }) => ({ value: id, ...rest })),
    signs: worded.filter(({ danger }) => danger === true).map(({ id }) => id),
  }
}
