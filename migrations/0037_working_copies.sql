CREATE TABLE `working_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`definition` text NOT NULL,
	`turn` integer DEFAULT 1 NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `working_copies_slug` ON `working_copies` (`slug`);