CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL,
	`key` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `files_case` ON `files` (`case_id`);