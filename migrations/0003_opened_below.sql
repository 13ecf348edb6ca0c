ALTER TABLE `cases` ADD `parent_id` text;--> statement-breakpoint
CREATE INDEX `cases_children` ON `cases` (`parent_id`) WHERE parent_id is not null;