CREATE TABLE `form_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`turn` integer DEFAULT 1 NOT NULL,
	`ends_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `form_drafts_ends` ON `form_drafts` (`ends_at`);