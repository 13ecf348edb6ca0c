import type { Category } from '../db/vocabulary.ts'
import type { Settings } from './settings.ts'

/** For how many days after its end what people wrote in a case of this category is kept. */
export function retentionOf(
  { retentionDays, retentionByCategory }: Pick<Settings, 'retentionDays' | 'retentionByCategory'>,
  category: Category,
): number {
  return retentionByCategory[category] ?? retentionDays
}
