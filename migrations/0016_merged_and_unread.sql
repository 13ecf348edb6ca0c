ALTER TABLE `cases` ADD `read_by` integer;--> statement-breakpoint
CREATE INDEX `cases_unread` ON `cases` (`read_by`) WHERE read_by is not null;--> statement-breakpoint
ALTER TABLE `grievances` ADD `merge_target_id` text;--> statement-breakpoint
CREATE INDEX `grievances_merged` ON `grievances` (`merged_into_id`) WHERE merged_into_id is not null;
--> statement-breakpoint
UPDATE `case_events` SET `action` = 'agree_merge' WHERE `action` = 'merge';--> statement-breakpoint
-- Of a merged case that others had been merged into, its own workers alone; each of them leads to the one that lives on.
UPDATE `grievances` SET `workers` = max(1, `grievances`.`workers` - below.`workers`)
  FROM (SELECT `merged_into_id` AS id, sum(`workers`) AS `workers` FROM `grievances`
    WHERE `merged_into_id` IS NOT NULL GROUP BY `merged_into_id`) AS below
  WHERE below.id = `grievances`.`case_id` AND `grievances`.`merged_into_id` IS NOT NULL;
--> statement-breakpoint
WITH RECURSIVE up(id, top) AS (
  SELECT `case_id`, `merged_into_id` FROM `grievances` WHERE `merged_into_id` IS NOT NULL
  UNION SELECT up.id, g.`merged_into_id` FROM up JOIN `grievances` g ON g.`case_id` = up.top
    WHERE g.`merged_into_id` IS NOT NULL)
UPDATE `grievances` SET `merged_into_id` = (
    SELECT up.top FROM up JOIN `grievances` g ON g.`case_id` = up.top
    WHERE up.id = `grievances`.`case_id` AND g.`merged_into_id` IS NULL)
  WHERE `merged_into_id` IN (SELECT `case_id` FROM `grievances` WHERE `merged_into_id` IS NOT NULL);
--> statement-breakpoint
-- What nobody read so far is to be read within two days of the upgrade.
UPDATE `cases` SET `read_by` = (CAST(strftime('%s', 'now') AS integer) + 172800) * 1000
  WHERE `state` <> 'archived' AND `id` IN (
    SELECT `case_id` FROM `messages` WHERE `from_worker` = 1 AND `read_at` IS NULL);
