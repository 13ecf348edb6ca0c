import { describe, expect, test } from 'vitest'
import { locales } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { Page } from '../../src/ui/page.tsx'
import type { View } from '../../src/ui/view.ts'

const view = (changes: Partial<View> = {}): View => ({
  locale: 'zh',
  m: catalogs.zh,
  elder: false,
  here: new URL('https://huying.test/follow?done=message'),
  zone: 'Asia/Shanghai',
  fileMegabytes: 3,
  federation: { zh: '青山县总工会', en: 'Qingshan County Federation' },
  helplines: [],
  languages: locales,
  release: 'r1',
  ...changes,
})
const render = (changes: Partial<View> = {}) => String(<Page view={view(changes)} title="T" />)

/** What is read of the page, in its order. */
function textOf(page: string): string {
  const [, body = ''] = page.split('<body>')
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('the frame of a page', () => {
  test('names its language for screen readers, and the federation in it', () => {
    expect(render()).toContain('<html lang="zh-CN">')
    expect(render()).toContain('青山县总工会')
    const english = render({ locale: 'en', m: catalogs.en })
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('Qingshan County Federation')
  })

  test('begins with the name of the federation, in the title and on the page, and says Huying beside it', () => {
    expect(render()).toContain('<title>T · 青山县总工会</title>')
    expect(textOf(render())).toMatch(/^跳到正文 青山县总工会 呼应/)
    expect(textOf(render({ locale: 'en', m: catalogs.en }))).toMatch(
      /^Skip to content Qingshan County Federation Huying/,
    )
  })

  test('offers the other language and the other size of type, and keeps the rest of the address', () => {
    expect(render()).toContain('href="?done=message&amp;lang=en"')
    expect(render()).toContain('href="?done=message&amp;view=elder"')
    expect(render({ elder: true })).toContain('view=standard')
  })

  test('leads to no other site from an odd address', () => {
    expect(render({ here: new URL('https://huying.test//evil.example/') })).not.toContain('evil.example')
  })

  test('offers no switch where the federation has one language, nor on the answer to a form', () => {
    expect(render({ languages: ['zh'] })).not.toContain('lang=en')
    expect(render({ here: null })).not.toContain('view=elder')
  })

  test('has a way past the frame, and nothing inline or foreign', () => {
    const page = render()
    expect(page).toContain('href="#main"')
    expect(page).toContain('<main id="main">')
    expect(page).not.toMatch(/<style|style=|<script(?! src="\/)|(src|href)="(https?:)?\/\//)
  })
})
