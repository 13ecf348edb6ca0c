-- by hand: `WITHOUT ROWID`, for rows that are found by their own key alone.
CREATE TABLE `consents` (
	`case_id` text NOT NULL,
	`id` text NOT NULL,
	`recipient` text NOT NULL,
	`contact` text NOT NULL,
	`purpose` text NOT NULL,
	`what` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`role` text,
	`answer` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	PRIMARY KEY(`case_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `referrals` (
	`case_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`role` text,
	`recipient` text NOT NULL,
	`told` text NOT NULL,
	`consent_id` text,
	PRIMARY KEY(`case_id`, `id`)
) WITHOUT ROWID;
