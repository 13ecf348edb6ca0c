CREATE TABLE `decided_before` (
	`case_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `staff_id`)
);
--> statement-breakpoint
ALTER TABLE `grievances` ADD `declined_path` text;--> statement-breakpoint
ALTER TABLE `grievances` ADD `appeals` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `grievances` ADD `to_city` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `grievances` ADD `releaser_id` text;--> statement-breakpoint
ALTER TABLE `replies` ADD `decided_path` text;--> statement-breakpoint
-- Where those decided who wrote, reviewed and signed, by the roles that they hold now; null, which counts as the county,
-- where one of them holds none any more. Of the paths of one line the least is the highest.
UPDATE `replies` SET `decided_path` = (
	SELECT CASE WHEN count(`hand`.`path`) = count(*) THEN min(`hand`.`path`) END FROM (
		SELECT (SELECT min(g.`org_path`) FROM `role_grants` g, `cases` c WHERE g.`staff_id` = `replies`.`drafter_id`
			AND g.`role` = 'handler' AND c.`id` = `replies`.`case_id`
			AND g.`org_path` = substr(c.`org_path`, 1, length(g.`org_path`))) AS `path`
		UNION ALL SELECT (SELECT min(g.`org_path`) FROM `role_grants` g, `cases` c WHERE g.`staff_id` = `replies`.`reviewer_id`
			AND g.`role` = 'department_head' AND c.`id` = `replies`.`case_id`
			AND g.`org_path` = substr(c.`org_path`, 1, length(g.`org_path`))) WHERE `replies`.`reviewer_id` IS NOT NULL
		UNION ALL SELECT (SELECT min(g.`org_path`) FROM `role_grants` g, `cases` c WHERE g.`staff_id` = `replies`.`signer_id`
			AND g.`role` IN ('deputy_chair', 'chair') AND c.`id` = `replies`.`case_id`
			AND g.`org_path` = substr(c.`org_path`, 1, length(g.`org_path`))) WHERE `replies`.`signer_id` IS NOT NULL
	) AS `hand`);--> statement-breakpoint
UPDATE `grievances` SET `appeals` = (SELECT min(count(*), 2) FROM `case_events` e
	WHERE e.`case_id` = `grievances`.`case_id` AND e.`action` = 'appeal');--> statement-breakpoint
INSERT INTO `decided_before` (`case_id`, `staff_id`)
	SELECT r.`case_id`, r.`drafter_id` FROM `replies` r WHERE r.`signed_at` <= (SELECT max(e.`at`) FROM `case_events` e
		WHERE e.`case_id` = r.`case_id` AND e.`action` = 'appeal')
	UNION SELECT r.`case_id`, r.`reviewer_id` FROM `replies` r WHERE r.`reviewer_id` IS NOT NULL
		AND r.`signed_at` <= (SELECT max(e.`at`) FROM `case_events` e WHERE e.`case_id` = r.`case_id` AND e.`action` = 'appeal')
	UNION SELECT r.`case_id`, r.`signer_id` FROM `replies` r WHERE r.`signer_id` IS NOT NULL
		AND r.`signed_at` <= (SELECT max(e.`at`) FROM `case_events` e WHERE e.`case_id` = r.`case_id` AND e.`action` = 'appeal')
	UNION SELECT e.`case_id`, e.`staff_id` FROM `case_events` e WHERE e.`staff_id` IS NOT NULL
		AND e.`action` IN ('propose_decline', 'agree_decline') AND EXISTS (SELECT 1 FROM `case_events` d
			WHERE d.`case_id` = e.`case_id` AND d.`action` = 'agree_decline' AND d.`seq` >= e.`seq`);--> statement-breakpoint
-- What waits for its review, and was decided by the county, is for the federation above it.
UPDATE `grievances` SET `to_city` = 1 WHERE `case_id` IN (SELECT c.`id` FROM `cases` c WHERE c.`state` = 'under_review'
	AND length(coalesce((SELECT r.`decided_path` FROM `replies` r WHERE r.`case_id` = c.`id` AND r.`signed_at` IS NOT NULL
		ORDER BY r.`signed_at` DESC LIMIT 1), substr(c.`org_path`, 1, 4))) = 4);--> statement-breakpoint
UPDATE `cases` SET `org_path` = substr(`org_path`, 1, 4),
	`org_id` = (SELECT o.`id` FROM `organisations` o WHERE o.`path` = substr(`cases`.`org_path`, 1, 4))
	WHERE `state` = 'under_review' AND `id` IN (SELECT g.`case_id` FROM `grievances` g WHERE g.`to_city` = 1);
