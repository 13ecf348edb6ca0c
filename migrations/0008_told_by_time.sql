DROP INDEX `duties_untold`;--> statement-breakpoint
ALTER TABLE `duties` DROP COLUMN `told_at`;