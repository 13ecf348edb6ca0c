CREATE TABLE `drafts` (
	`case_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `staff_id`)
);
