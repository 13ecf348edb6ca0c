CREATE TABLE `kept` (
	`id` text NOT NULL,
	`sealed` text NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_id` ON `kept` (`id`);