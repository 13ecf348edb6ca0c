import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { patterns, urls } from '../../src/urls.ts'
import { addressOf } from '../routes/addresses.ts'
import { rules } from '../routes/rules.ts'
import { browser } from '../support/app.ts'
import { app, at, clock, phoneOf } from '../support/town/pages.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'

let here: Town
let held: Held
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
  held = await here.given('replied')
})

/** Found only before anybody is in; `test/setup` types into it. */
const apart: string[] = [patterns.setup]

const pages = Object.keys(rules)
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice(4))
  .filter((pattern) => !apart.includes(pattern))

async function open(pattern: string) {
  const { who } = rules[`GET ${pattern}`] ?? { who: 'anybody' }
  const phone =
    who === 'worker'
      ? await phoneOf(held)
      : who === 'reader'
        ? await at('officer')
        : who === 'anybody' && !pattern.startsWith(patterns.account)
          ? browser(app, { demo: true })
          : await at('administrator')
  const answer = await phone.get(await addressOf(pattern, held))
  const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
  return { phone, page: isPage ? await answer.text() : '' }
}

/** The fields of a form that take words, by name. */
function fieldsIn(form: string): string[] {
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]+)"/g)]
  const inputs = [...form.matchAll(/<input[^>]*>/g)].filter(([input]) => {
    const type = /type="(\w+)"/.exec(input)?.[1] ?? 'text'
    return ['text', 'email', 'tel', 'search'].includes(type) && !input.includes('name="website"')
  })
  const names = inputs.map(([input]) => / name="([^"]+)"/.exec(input)?.[1] ?? '')
  return [...areas.map(([, name = '']) => name), ...names].filter(Boolean)
}

const formsOf = (page: string) =>
  [...page.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([form]) => form)
    .filter((form) => fieldsIn(form).length > 0 && !/<form[^>]*method="get"/.test(form))

test.each(pages)('what is typed on %s is there after language and size were switched', async (pattern) => {
  const { phone, page } = await open(pattern)
  const [form, ...others] = formsOf(page)
  if (!form) return
  expect(others.map((other) => fieldsIn(other))).toEqual([])
  expect(form).toMatch(/^<form[^>]* id="words"/)
  // On a page on which much can be done, Enter in a field does none of it.
  const isApart = form.startsWith(`<form id="words" method="post" action="${urls.words}`)
  const [byEnter] = /<(?:button|input)[^>]*type="submit"[^>]*>/.exec(form) ?? []
  if (isApart) expect(byEnter).not.toMatch(/name=|formaction=/)
  const words = Object.fromEntries(fieldsIn(form).map((name, at) => [name, `词 ${at} of ${name}`]))
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const ours = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
  for (const change of ['lang=en', 'view=elder']) {
    const button = [...page.matchAll(/<button[^>]*form="words"[^>]*>/g)].map(([it]) => it)
    const pressed = button.find((it) => it.includes(change)) ?? ''
    const to = (/formaction="([^"]*)"/.exec(pressed)?.[1] ?? '').replaceAll('&amp;', '&')
    const step = /value="(\w+)"/.exec(pressed)?.[1]
    const sent = await phone.post(to, { ...ours, ...words, ...(step && { step }) })
    const led = sent.headers.get('location')
    const shown = await (led ? await phone.get(led) : sent).text()
    for (const word of Object.values(words)) expect(shown, `${change}: ${word}`).toContain(word)
  }
})
