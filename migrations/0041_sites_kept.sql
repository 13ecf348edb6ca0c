-- by hand: `WITHOUT ROWID`, for rows that are found by their own key alone.
CREATE TABLE `site_months` (
	`site_code` text NOT NULL,
	`month` text NOT NULL,
	`fives` integer NOT NULL,
	PRIMARY KEY(`site_code`, `month`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `sites` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `sites` ADD `closes_at` integer;--> statement-breakpoint
ALTER TABLE `sites` ADD `successor` text;--> statement-breakpoint
ALTER TABLE `sites` ADD `replaced_because` text;--> statement-breakpoint
ALTER TABLE `sites` ADD `batch` text;--> statement-breakpoint
CREATE INDEX `sites_batch` ON `sites` (`batch`) WHERE batch is not null;