ALTER TABLE `sites` ADD `filings` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_staff` ON `audit_log` (`staff_id`,`id`);--> statement-breakpoint
UPDATE `sites` SET `filings` = max(0, t.n - coalesce((SELECT sum(d.count) FROM daily_filings d WHERE d.site_code = sites.code), 0))
FROM (SELECT site_code, count(*) AS n FROM submissions GROUP BY site_code) AS t WHERE t.site_code = sites.code;
