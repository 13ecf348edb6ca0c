import { SettingField, type SettingsForm } from './setting-field.tsx'

/** How workers are told that there is news: when, and by words that say nothing of what it is. */
export function NewsSettings(form: SettingsForm) {
  const t = form.view.m.office.settings
  return (
    <>
      <SettingField {...form} name="news-quietFrom" hint={t.quietHint} />
      <SettingField {...form} name="news-quietUntil" />
      <SettingField {...form} name="news-from" type="email" hint={t.newsFromHint} optional />
      <SettingField {...form} name="news-sender-zh" hint={t.newsWordsHint} />
      <SettingField {...form} name="news-sender-en" />
      <SettingField {...form} name="news-subject-zh" />
      <SettingField {...form} name="news-subject-en" />
    </>
  )
}
