CREATE TABLE `proposed_nominees` (
	`category` text NOT NULL,
	`staff_id` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	PRIMARY KEY(`category`, `staff_id`)
);
--> statement-breakpoint
ALTER TABLE `enterprises` ADD `status` text DEFAULT 'approved' NOT NULL;--> statement-breakpoint
ALTER TABLE `enterprises` ADD `refused_because` text;--> statement-breakpoint
-- Of employers with the same code the first one stays; the county looks at the others.
UPDATE `enterprises` SET `status` = 'waiting' WHERE `credit_code` IS NOT NULL AND EXISTS (
  SELECT 1 FROM `enterprises` e WHERE e.`credit_code` = `enterprises`.`credit_code` AND e.rowid < `enterprises`.rowid);
--> statement-breakpoint
CREATE UNIQUE INDEX `enterprises_code` ON `enterprises` (`credit_code`) WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX `enterprises_waiting` ON `enterprises` (`id`) WHERE status = 'waiting';