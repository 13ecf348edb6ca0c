-- by hand: `WITHOUT ROWID`, for rows that are found by their own key alone.
CREATE TABLE `quotas` (
	`form_id` text NOT NULL,
	`of` text NOT NULL,
	`most` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`form_id`, `of`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `seats` (
	`case_id` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`wants` text NOT NULL,
	`turn` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `seats_waiting` ON `seats` (`form_id`,`turn`) WHERE turn is not null;--> statement-breakpoint
ALTER TABLE `forms` ADD `waits` integer DEFAULT false NOT NULL;