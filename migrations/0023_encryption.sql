CREATE TABLE `case_keys` (
	`case_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`wrapped_by` text NOT NULL,
	`wrapped` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `case_events` ADD `id` text;--> statement-breakpoint
ALTER TABLE `case_events` ADD `reason_digest` text;