CREATE TABLE `news_ways` (
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`asked_on` text NOT NULL,
	`news_at` integer,
	`not_before` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`case_id`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `news_ways_waiting` ON `news_ways` (`not_before`) WHERE news_at is not null;--> statement-breakpoint
CREATE INDEX `news_ways_ended` ON `news_ways` (`ended_at`) WHERE ended_at is not null;
--> statement-breakpoint
-- by hand
-- Whoever writes what happened, by act or by sweep, a worker who asked is to be told; who merged reads one answer.
CREATE TRIGGER `news_of_events` AFTER INSERT ON `case_events` WHEN new.actor <> 'worker'
BEGIN
	UPDATE news_ways SET news_at = new.at WHERE news_at IS NULL AND case_id IN (
		SELECT new.case_id UNION ALL SELECT g.case_id FROM grievances g WHERE g.merged_into_id = new.case_id);
END;
--> statement-breakpoint
CREATE TRIGGER `news_of_messages` AFTER INSERT ON `messages` WHEN new.from_worker = 0
BEGIN
	UPDATE news_ways SET news_at = new.at WHERE news_at IS NULL AND case_id = new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `news_of_ended` AFTER UPDATE OF closed_at ON `cases` WHEN new.closed_at IS NOT old.closed_at
BEGIN
	UPDATE news_ways SET ended_at = new.closed_at WHERE case_id = new.id;
END;
--> statement-breakpoint
-- Without its key nobody reads it any more.
CREATE TRIGGER `news_without_key` AFTER DELETE ON `case_keys`
BEGIN
	DELETE FROM news_ways WHERE case_id = old.case_id;
END;
