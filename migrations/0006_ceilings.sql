ALTER TABLE `duties` ADD `begun` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- A decision is owed within fifteen days of filing; provisional, so that the hourly job counts it exactly.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `provisional`)
SELECT `id`, 'decision', 'union', `created_at`, `created_at` + 15 * 86400000, `created_at` + 105 * 8640000, 1
FROM `cases` WHERE `process` = 'grievance' AND `closed_at` IS NULL AND `state` IN ('submitted', 'triage', 'needs_info')
ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE `cases` SET
  `duty_kind` = (SELECT d.kind FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder, d.due_at LIMIT 1),
  `due_at` = (SELECT d.due_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder, d.due_at LIMIT 1),
  `amber_at` = (SELECT d.amber_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder, d.due_at LIMIT 1),
  `provisional` = coalesce((SELECT d.provisional FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder, d.due_at LIMIT 1), 0)
WHERE `closed_at` IS NULL AND `state` IN ('triage', 'needs_info');
