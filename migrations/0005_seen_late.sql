ALTER TABLE `duties` ADD `late_at` integer;--> statement-breakpoint
CREATE INDEX `duties_unseen` ON `duties` (`due_at`) WHERE holder = 'union' and late_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX `notices_case` ON `notices` (`case_id`);--> statement-breakpoint
-- What people were told of, or what turned a lamp red, the clock has seen.
UPDATE `duties` SET `late_at` = coalesce(`told_at`, `due_at`)
WHERE `holder` = 'union' AND `ended_at` IS NULL AND `due_at` < unixepoch() * 1000
  AND (`told_at` IS NOT NULL OR `case_id` IN (SELECT `id` FROM `cases` WHERE `lamp` = 'red'));
--> statement-breakpoint
-- A review has a date of its own instead of the law's limit on the first answer.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `provisional`)
SELECT e.`case_id`, 'review', 'union', max(e.`at`), max(e.`at`) + 30 * 86400000, max(e.`at`) + 21 * 86400000, 1
FROM `case_events` e JOIN `cases` c ON c.`id` = e.`case_id`
WHERE e.`action` = 'appeal' AND c.`state` IN ('drafting', 'in_review', 'sign_off')
  AND NOT EXISTS (SELECT 1 FROM `case_events` s WHERE s.`case_id` = c.`id` AND s.`seq` > e.`seq`
    AND s.`action` IN ('sign', 'accept', 'reopen', 'reopen_by_union'))
GROUP BY e.`case_id`
ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE `duties` SET `ended_at` = unixepoch() * 1000
WHERE `kind` = 'limit' AND `ended_at` IS NULL
  AND `case_id` IN (SELECT r.`case_id` FROM `duties` r WHERE r.`kind` = 'review' AND r.`ended_at` IS NULL);
--> statement-breakpoint
-- The time to finish runs beside what a step takes; provisional, so that the hourly job counts it exactly.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `provisional`)
SELECT c.`id`, 'finish', 'union', g.`accepted_at`,
  g.`accepted_at` + (CASE WHEN g.`complex` THEN 15 ELSE 7 END + g.`extension_days`) * 86400000,
  g.`accepted_at` + (CASE WHEN g.`complex` THEN 15 ELSE 7 END + g.`extension_days`) * 60480000, 1
FROM `cases` c JOIN `grievances` g ON g.`case_id` = c.`id`
WHERE c.`closed_at` IS NULL AND g.`accepted_at` IS NOT NULL
  AND c.`state` IN ('investigating', 'mediating', 'referred', 'drafting', 'in_review', 'sign_off')
  AND NOT EXISTS (SELECT 1 FROM `duties` r WHERE r.`case_id` = c.`id` AND r.`kind` = 'review' AND r.`ended_at` IS NULL)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE `cases` SET
  `duty_kind` = (SELECT d.kind FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `due_at` = (SELECT d.due_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `amber_at` = (SELECT d.amber_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `provisional` = coalesce((SELECT d.provisional FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1), 0)
WHERE `closed_at` IS NULL AND `state` <> 'submitted';
--> statement-breakpoint
-- A case between two strict categories stays with those who handle it.
UPDATE `cases` SET `confided_to` = `category`
WHERE `secrecy` = 'strict' AND `category` IN ('harassment', 'mental', 'conduct') AND `confided_to` <> `category`
  AND `holder_id` IN (SELECT n.`staff_id` FROM `category_nominees` n WHERE n.`category` = `cases`.`category`)
  AND `holder_id` NOT IN (SELECT n.`staff_id` FROM `category_nominees` n WHERE n.`category` = `cases`.`confided_to`);
