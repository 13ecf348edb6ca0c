ALTER TABLE `grievances` ADD `limitation_at` integer;--> statement-breakpoint
CREATE INDEX `grievances_asked` ON `grievances` (`asker_id`) WHERE asker_id is not null;--> statement-breakpoint
CREATE INDEX `grievances_limitation` ON `grievances` (`limitation_at`) WHERE limitation_at is not null;--> statement-breakpoint
-- Of open cases whose worker may apply himself for a year, counted from filing, for forms did not say from which day.
UPDATE `grievances` SET `limitation_at` = (SELECT c.`created_at` + 31536000000 FROM `cases` c WHERE c.`id` = `grievances`.`case_id`)
WHERE `case_id` IN (SELECT `id` FROM `cases` WHERE `closed_at` IS NULL AND `process` = 'grievance' AND `category` IN ('injury', 'contract'));
