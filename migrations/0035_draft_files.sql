-- by hand: `WITHOUT ROWID`, for rows that are found by their own key alone.
CREATE TABLE `draft_files` (
	`id` text PRIMARY KEY NOT NULL,
	`ends_at` integer NOT NULL
) WITHOUT ROWID;
