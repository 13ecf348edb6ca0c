CREATE TABLE `day_heads` (
	`day` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`links` integer NOT NULL,
	`sealed` text NOT NULL,
	`head` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `event_links` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`linked_on` text NOT NULL,
	`day` text NOT NULL,
	`content` text,
	`sealed` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `event_links_day` ON `event_links` (`linked_on`,`sealed`);