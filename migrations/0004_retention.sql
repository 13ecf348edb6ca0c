DROP INDEX `cases_retention`;--> statement-breakpoint
CREATE INDEX `cases_retention` ON `cases` (`closed_at`) WHERE closed_at is not null and state <> 'archived';