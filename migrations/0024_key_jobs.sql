CREATE TABLE `key_jobs` (
	`job` text PRIMARY KEY NOT NULL,
	`up_to` text NOT NULL,
	`for` text NOT NULL,
	`done` integer NOT NULL,
	`reached_at` integer
);
