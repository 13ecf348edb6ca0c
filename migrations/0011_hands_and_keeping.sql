DROP INDEX `cases_retention`;--> statement-breakpoint
CREATE INDEX `cases_retention` ON `cases` (`category`,`closed_at`) WHERE closed_at is not null and state <> 'archived';--> statement-breakpoint
CREATE TABLE `__new_deletions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`case_number` integer,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_deletions`("id", "at", "case_number", "what", "why") SELECT "id", "at", "case_number", "what", "why" FROM `deletions`;--> statement-breakpoint
DROP TABLE `deletions`;--> statement-breakpoint
ALTER TABLE `__new_deletions` RENAME TO `deletions`;--> statement-breakpoint
CREATE INDEX `deletions_at` ON `deletions` (`at`);--> statement-breakpoint
ALTER TABLE `grievances` ADD `warner_id` text;--> statement-breakpoint
ALTER TABLE `grievances` ADD `asker_id` text;--> statement-breakpoint
ALTER TABLE `grievances` ADD `asked_days` integer;--> statement-breakpoint
-- Nothing is kept shorter than sixty days any more, so that every window of the worker is over before.
UPDATE `settings` SET `value` = '60' WHERE `key` = 'retentionDays' AND CAST(`value` AS integer) < 60;--> statement-breakpoint
-- What a worker called partly solved was told and closed under the words for "not solved".
UPDATE `case_events` SET `action` = 'rate_partly' WHERE `action` = 'rate_unsolved' AND EXISTS (
  SELECT 1 FROM `ratings` r WHERE r.`case_id` = `case_events`.`case_id` AND r.`at` = `case_events`.`at` AND r.`solved` = 'partly');
--> statement-breakpoint
UPDATE `cases` SET `closing_label` = 'partly' WHERE `closing_label` = 'unsolved' AND EXISTS (
  SELECT 1 FROM `grievances` g JOIN `ratings` r ON r.`reply_id` = g.`reply_id` WHERE g.`case_id` = `cases`.`id` AND r.`solved` = 'partly');
--> statement-breakpoint
UPDATE `case_events` SET `action` = 'close_partly' WHERE `action` = 'close_unsolved' AND EXISTS (
  SELECT 1 FROM `ratings` r WHERE r.`case_id` = `case_events`.`case_id` AND r.`solved` = 'partly' AND r.`at` < `case_events`.`at`
    AND NOT EXISTS (SELECT 1 FROM `ratings` l WHERE l.`case_id` = r.`case_id` AND l.`at` > r.`at` AND l.`at` < `case_events`.`at`));
