ALTER TABLE `case_events` ADD `cause` text;--> statement-breakpoint
UPDATE `case_events` SET `cause` = `reason`, `reason` = NULL WHERE `actor` IN ('clock', 'system') AND `reason` IS NOT NULL;
