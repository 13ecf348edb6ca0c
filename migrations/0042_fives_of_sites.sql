DROP TABLE `site_months`;--> statement-breakpoint
ALTER TABLE `sites` ADD `fives` text DEFAULT '{}' NOT NULL;