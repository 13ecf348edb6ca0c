import { factory } from '../env.ts'
import { readForm } from '../ui/form-body.ts'
import { textsOf } from '../ui/kept-words.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, urls } from '../urls.ts'
import { keepWords } from './keeping-words.ts'
import { keptAnswer } from './kept-answers.ts'
import { pageHere } from './page-here.ts'
import { UnsentPage } from './unsent.tsx'

/** What is kept of what people type, until they go on. */
export const keeping = factory.createApp()

/** The address has set language or size already; what was typed is shown again on the page that it came from. */
keeping.post(urls.words, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const at = pageHere(c, c.req.query('at'))
  const shown = await keepWords(c, form, at)
  if (shown) return c.redirect(shown, 303)
  const texts = textsOf(form)
  return texts.length > 0
    ? c.html(<UnsentPage view={c.var.view} texts={texts} back={at} />)
    : c.redirect(at, 303)
})

keeping.get(patterns.kept, async (c) => (await keptAnswer(c, c.req.param('name'))) ?? problem(c, 'overByNow'))
