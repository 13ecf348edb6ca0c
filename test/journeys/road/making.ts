import { catalogs } from '../../../src/i18n/catalog.ts'
import { urls } from '../../../src/urls.ts'
import { type Fields, fillIn, press } from '../../pictures/ways.ts'
import type { Traveller } from './traveller.ts'

/** A text in both languages, as its two fields take it. */
const both = (at: string, zh: string, en: string): Fields => ({ [`${at}-zh`]: zh, [`${at}-en`]: en })

const act = (value: string) => `main button[name="act"][value="${value}"]`

const { untitled } = catalogs.zh.builder.pages

/** An officer making a form: each step is a page that he fills in and sends. */
export function maker(officer: Traveller) {
  const { page } = officer
  const step = async (fields: Fields, button: string) => {
    await fillIn(fields)(page)
    await press(act(button))(page)
  }
  /** By what stands there to be read. */
  const pick = (name: string, label: string) => page.locator(`main [name="${name}"]`).selectOption({ label })
  const to = (title: string) => press(`main .what:has-text("${title}")`)(page)
  let home = ''
  return {
    /** Where the form is at home. */
    home: () => home,

    async begin(slug: string, zh: string, en: string) {
      await officer.open(urls.officeForms)
      await officer.send(urls.officeForms, { ...both('title', zh, en), slug })
      home = new URL(page.url()).pathname
      await officer.open(`${home}/about`)
      await officer.send('/about', {
        ...both('intro', '工资没有按时发，就写在这里。', 'If your wages are late, say so here.'),
        ...both('readers', '县总工会权益部。', 'The federation’s rights department.'),
        ...both('use', '用来帮您要回工资，办完后保存三年。', 'To get your wages; kept three years after.'),
        ...{ category: 'wages', modes: 'complaint', allowAnonymous: 'yes', layout: 'paged' },
      })
    },

    async addPage(zh: string, en: string, more: Fields = {}) {
      await officer.open(`${home}/pages`)
      // A new form has one page, which is not called anything yet.
      if (await page.getByText(untitled).count()) await to(untitled)
      else await press(act('add'))(page)
      await step({ ...both('title', zh, en), ...more }, 'save')
    },

    /** On the page that stands there; then back on it. */
    async addQuestion(type: string, zh: string, en: string, more: Fields = {}) {
      await step({ type }, 'add')
      await step({ ...both('label', zh, en), ...more }, 'save')
    },

    /** That a question has one answer; then the page is there for whom it holds. */
    async showWhen(title: string, condition: string, question: string, answer: string) {
      await officer.open(`${home}/logic`)
      await fillIn(both('name', condition, 'Wages are owed'))(page)
      await pick('question', question)
      await press(act('condition'))(page)
      await pick('value-0', answer)
      await press(act('save'))(page)
      await officer.open(`${home}/pages`)
      await to(title)
      await pick('show', condition)
      await press(act('save'))(page)
    },

    async beginNext() {
      await officer.open(home)
      await officer.send('/work')
    },

    /** Writes on the page of a question, and saves it. */
    async change(title: string, question: string, write: (page: Traveller['page']) => Promise<void>) {
      await officer.open(`${home}/pages`)
      await to(title)
      await to(question)
      await write(page)
      await press(act('save'))(page)
    },

    async openQuestion(title: string, question: string) {
      await officer.open(`${home}/pages`)
      await to(title)
      await to(question)
    },

    save: () => press(act('save'))(page),

    async publish() {
      await officer.open(`${home}/publish`)
      const said = await officer.text()
      await officer.send('/publish')
      return said
    },
  }
}
