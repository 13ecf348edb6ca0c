CREATE INDEX `cases_supervised` ON `cases` (`due_at`) WHERE supervised_at is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_danger` ON `cases` (`due_at`) WHERE danger = 1 and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_unwatched` ON `cases` (`due_at`) WHERE lamp = 'red' and supervised_at is null and closed_at is null;