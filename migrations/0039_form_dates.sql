ALTER TABLE `forms` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `forms` ADD `closes_at` integer;