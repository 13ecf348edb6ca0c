import type { Rules } from '../../src/orgs/rules.ts'
import { atOnce, type Scenario, type Step, tell } from './story.ts'
import { inOfficeHours } from './time.ts'

const words = {
  zh: [
    '收到了，我是今天值班的。上班第一天就有人接手，急的话请直接打 12351。',
    '您写的我看到了。今天休息，明后天上班马上办；有新情况就在这里接着写。',
    '收到。值班只有我一个人，先把您的事登记好，一上班就派给办的人。',
  ],
  en: [
    'I am on duty today and have read it. Somebody takes it on as soon as the office opens; if it gets urgent, call 12351.',
  ],
}

/** Whoever is on duty writes a word where the office opens only much later; now and then it is forgotten. */
export function withWeekendWord(
  { story, locale = 'zh', key, danger }: Scenario,
  at: Date,
  rules: Rules,
): Step[] {
  const opening = inOfficeHours(at, 0, rules)
  const isLong = opening.getTime() - at.getTime() > 18 * 3_600_000
  if (!isLong || danger || story.length === 0 || key.length % 4 === 0) return story
  const said = words[locale][key.length % words[locale].length] ?? ''
  return [atOnce('150m', tell(said)), ...story]
}
