CREATE TABLE `duties` (
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`holder` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`amber_at` integer NOT NULL,
	`half_at` integer,
	`told_at` integer,
	`provisional` integer NOT NULL,
	`calendar` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`case_id`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `duties_running` ON `duties` (`case_id`,`holder`,`due_at`) WHERE ended_at is null;
--> statement-breakpoint
CREATE INDEX `duties_untold` ON `duties` (`due_at`) WHERE holder = 'union' and told_at is null and ended_at is null;
--> statement-breakpoint
CREATE INDEX `duties_windows` ON `duties` (`due_at`) WHERE holder = 'worker' and ended_at is null;
--> statement-breakpoint
CREATE INDEX `duties_half` ON `duties` (`half_at`) WHERE half_at is not null;
--> statement-breakpoint
CREATE INDEX `duties_contact` ON `duties` (`due_at`) WHERE kind = 'contact';
--> statement-breakpoint
CREATE INDEX `duties_provisional` ON `duties` (`calendar`) WHERE provisional = 1 and ended_at is null;
--> statement-breakpoint
CREATE TABLE `grievances` (
	`case_id` text PRIMARY KEY NOT NULL,
	`workers` integer DEFAULT 1 NOT NULL,
	`complex` integer DEFAULT false NOT NULL,
	`proposer_id` text,
	`reply_id` text,
	`dispatches` integer DEFAULT 0 NOT NULL,
	`extension_days` integer DEFAULT 0 NOT NULL,
	`merged_into_id` text,
	`accepted_at` integer,
	`replied_at` integer
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`case_id` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`event` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`staff_id`,`case_id`,`kind`,`event`);
--> statement-breakpoint
CREATE INDEX `notices_at` ON `notices` (`at`);
--> statement-breakpoint
ALTER TABLE `cases` ADD `process` text DEFAULT 'grievance' NOT NULL;
--> statement-breakpoint
ALTER TABLE `cases` ADD `process_version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `cases` ADD `duty_kind` text;
--> statement-breakpoint
INSERT INTO `grievances` (`case_id`, `workers`, `complex`, `proposer_id`, `reply_id`, `dispatches`, `extension_days`, `merged_into_id`, `accepted_at`, `replied_at`)
SELECT `id`, `workers`, `complex`, `proposer_id`, `reply_id`, `dispatches`, `extension_days`, `merged_into_id`, `accepted_at`, `replied_at` FROM `cases`;
--> statement-breakpoint
-- First contact; one that was missed before counts as told, lest all of them are told anew.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `told_at`, `provisional`, `done_at`, `ended_at`)
SELECT `id`, 'contact', 'union', `created_at`, `contact_due_at`, `created_at` + (`contact_due_at` - `created_at`) * 7 / 10,
  CASE WHEN `contact_due_at` < unixepoch() * 1000 THEN unixepoch() * 1000 END, 0, `contacted_at`, coalesce(`contacted_at`, `closed_at`)
FROM `cases`;
--> statement-breakpoint
-- The one deadline that a case had until now, by the state it is in.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `half_at`, `told_at`, `provisional`)
SELECT `id`,
  CASE `state` WHEN 'needs_info' THEN 'info' WHEN 'declined' THEN 'objection' WHEN 'accepted' THEN 'dispatch'
    WHEN 'dispatched' THEN 'sign_for' WHEN 'investigating' THEN 'finish' WHEN 'mediating' THEN 'mediation'
    WHEN 'referred' THEN 'look_in' WHEN 'replied' THEN CASE WHEN `holder_role` IS NULL THEN 'rating' ELSE 'step' END
    WHEN 'reopened' THEN 'reopened' WHEN 'under_review' THEN 'review' WHEN 'withdrawn' THEN 'withdrawal'
    WHEN 'triage' THEN 'triage' ELSE 'step' END,
  CASE WHEN `holder_role` IS NULL THEN 'worker' ELSE 'union' END,
  `state_since`, `due_at`, coalesce(`amber_at`, `due_at`), `half_at`, `told_at`, `provisional`
FROM `cases` WHERE `closed_at` IS NULL AND `due_at` IS NOT NULL AND `state` <> 'submitted';
--> statement-breakpoint
-- The limit of the law runs beside it; provisional, so that the hourly job counts its working day exactly.
INSERT INTO `duties` (`case_id`, `kind`, `holder`, `started_at`, `due_at`, `amber_at`, `provisional`)
SELECT `id`, 'limit', 'union', `accepted_at`, `accepted_at` + (60 + `extension_days`) * 86400000,
  `accepted_at` + (60 + `extension_days`) * 60480000, 1
FROM `cases` WHERE `closed_at` IS NULL AND `accepted_at` IS NOT NULL
  AND `state` IN ('accepted', 'dispatched', 'investigating', 'mediating', 'referred', 'drafting', 'in_review', 'sign_off', 'reopened');
--> statement-breakpoint
UPDATE `cases` SET
  `duty_kind` = (SELECT d.kind FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `due_at` = (SELECT d.due_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `amber_at` = (SELECT d.amber_at FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1),
  `provisional` = coalesce((SELECT d.provisional FROM duties d WHERE d.case_id = cases.id AND d.ended_at IS NULL ORDER BY d.holder = 'worker', d.due_at LIMIT 1), 0)
WHERE `closed_at` IS NULL AND `state` <> 'submitted';
--> statement-breakpoint
-- What people were told, apart from the mails that told it.
INSERT OR IGNORE INTO `notices` (`id`, `staff_id`, `case_id`, `kind`, `event`, `data`, `at`)
SELECT d.id, s.id,
  CASE d.kind WHEN 'urgent_case' THEN substr(d.period, 1, instr(d.period, ':') - 1)
    WHEN 'alarm' THEN CASE WHEN EXISTS (SELECT 1 FROM cases c WHERE c.id = d.period) THEN d.period ELSE '' END
    WHEN 'overdue' THEN substr(d.period, 12) ELSE '' END,
  d.kind,
  CASE d.kind WHEN 'urgent_case' THEN substr(d.period, instr(d.period, ':') + 1)
    WHEN 'alarm' THEN CASE WHEN EXISTS (SELECT 1 FROM cases c WHERE c.id = d.period) THEN 'nobody' ELSE d.period END
    WHEN 'overdue' THEN substr(d.period, 1, 10) WHEN 'invitation' THEN 'invited' ELSE d.period END,
  CASE d.kind WHEN 'urgent_case' THEN json_object('why', d.data ->> '$.why', 'cases',
      json_array(json_object('id', d.data ->> '$.case.id', 'number', d.data ->> '$.case.number')))
    ELSE d.data END,
  d.created_at
FROM deliveries d JOIN staff s ON s.email = d.recipient;
--> statement-breakpoint
CREATE TABLE `__new_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`skipped` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_deliveries` (`id`, `notice_id`, `channel`, `address`, `status`, `attempts`, `next_at`, `sent_at`, `error`, `created_at`)
SELECT d.id, d.id, 'mail', d.recipient, d.status, d.attempts, d.next_at, d.sent_at, d.error, d.created_at
FROM deliveries d JOIN notices n ON n.id = d.id WHERE NOT (d.kind = 'digest' AND d.status = 'skipped');
--> statement-breakpoint
DROP TABLE `deliveries`;
--> statement-breakpoint
ALTER TABLE `__new_deliveries` RENAME TO `deliveries`;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`notice_id`,`channel`,`address`);
--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`status`,`next_at`);
--> statement-breakpoint
DROP INDEX `cases_contact`;
--> statement-breakpoint
DROP INDEX `cases_clock`;
--> statement-breakpoint
DROP INDEX `cases_half`;
--> statement-breakpoint
DROP INDEX `cases_uncontacted`;
--> statement-breakpoint
DROP INDEX `cases_untold`;
--> statement-breakpoint
DROP INDEX `cases_provisional`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `workers`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `complex`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `proposer_id`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `reply_id`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `dispatches`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `extension_days`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `merged_into_id`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `accepted_at`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `contact_due_at`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `contacted_at`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `half_at`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `told_at`;
--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `replied_at`;
