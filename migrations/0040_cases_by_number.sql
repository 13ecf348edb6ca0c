-- By hand: what is worked out is not copied, and the trigger goes with the table. A case lies under its number, drawn at
-- random: a filing writes one row less, and no place in the table tells which of two anonymous cases came first.
CREATE TABLE `new_cases` (
	`id` text NOT NULL,
	`number` integer PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`parent_id` text,
	`receipt_hash` text NOT NULL,
	`process` text DEFAULT 'grievance' NOT NULL,
	`process_version` integer DEFAULT 1 NOT NULL,
	`org_id` text NOT NULL,
	`org_path` text NOT NULL,
	`township_path` text GENERATED ALWAYS AS ((substr(org_path, 1, 8))) VIRTUAL,
	`union_path` text GENERATED ALWAYS AS ((substr(org_path, 1, 12))) VIRTUAL,
	`enterprise_id` text,
	`category` text NOT NULL,
	`mode` text NOT NULL,
	`secrecy` text NOT NULL,
	`confided_to` text,
	`anonymous` integer NOT NULL,
	`bypasses_unit` integer NOT NULL,
	`state` text NOT NULL,
	`turn` integer NOT NULL,
	`closing_label` text,
	`holder_role` text,
	`holder_org_id` text,
	`holder_id` text,
	`handler_id` text,
	`former_handler_id` text,
	`danger` integer NOT NULL,
	`extended` integer DEFAULT false NOT NULL,
	`supervised_at` integer,
	`created_at` integer NOT NULL,
	`state_since` integer NOT NULL,
	`closed_at` integer,
	`read_by` integer,
	`duty_kind` text,
	`due_at` integer,
	`amber_at` integer,
	`provisional` integer DEFAULT false NOT NULL,
	`lamp` text DEFAULT 'green' NOT NULL
);
--> statement-breakpoint
INSERT INTO `new_cases`(`id`, `number`, `submission_id`, `parent_id`, `receipt_hash`, `process`, `process_version`, `org_id`, `org_path`, `enterprise_id`, `category`, `mode`, `secrecy`, `confided_to`, `anonymous`, `bypasses_unit`, `state`, `turn`, `closing_label`, `holder_role`, `holder_org_id`, `holder_id`, `handler_id`, `former_handler_id`, `danger`, `extended`, `supervised_at`, `created_at`, `state_since`, `closed_at`, `read_by`, `duty_kind`, `due_at`, `amber_at`, `provisional`, `lamp`) SELECT `id`, `number`, `submission_id`, `parent_id`, `receipt_hash`, `process`, `process_version`, `org_id`, `org_path`, `enterprise_id`, `category`, `mode`, `secrecy`, `confided_to`, `anonymous`, `bypasses_unit`, `state`, `turn`, `closing_label`, `holder_role`, `holder_org_id`, `holder_id`, `handler_id`, `former_handler_id`, `danger`, `extended`, `supervised_at`, `created_at`, `state_since`, `closed_at`, `read_by`, `duty_kind`, `due_at`, `amber_at`, `provisional`, `lamp` FROM `cases`;--> statement-breakpoint
DROP TABLE `cases`;--> statement-breakpoint
ALTER TABLE `new_cases` RENAME TO `cases`;--> statement-breakpoint
CREATE UNIQUE INDEX `cases_id` ON `cases` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_receipt` ON `cases` (`receipt_hash`);--> statement-breakpoint
CREATE INDEX `cases_children` ON `cases` (`parent_id`) WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX `cases_role_work` ON `cases` (`holder_org_id`,`holder_role`,`due_at`) WHERE holder_id is null;--> statement-breakpoint
CREATE INDEX `cases_own_work` ON `cases` (`holder_id`,`due_at`) WHERE holder_id is not null;--> statement-breakpoint
CREATE INDEX `cases_handled` ON `cases` (`handler_id`) WHERE handler_id is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_new` ON `cases` (`created_at`);--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_township` ON `cases` (`township_path`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_union` ON `cases` (`union_path`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_state` ON `cases` (`state`,`due_at`) WHERE closed_at is null and state <> 'triage';--> statement-breakpoint
CREATE INDEX `cases_open_category` ON `cases` (`category`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_green` ON `cases` (`amber_at`) WHERE lamp = 'green' and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_amber` ON `cases` (`due_at`) WHERE lamp = 'amber' and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_red` ON `cases` (`due_at`) WHERE lamp = 'red' and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_supervised` ON `cases` (`due_at`) WHERE supervised_at is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_danger` ON `cases` (`due_at`) WHERE danger = 1 and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_unwatched` ON `cases` (`due_at`) WHERE lamp = 'red' and supervised_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_ended` ON `cases` (`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_township` ON `cases` (`township_path`,`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_union` ON `cases` (`union_path`,`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_category` ON `cases` (`category`,`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_category_township` ON `cases` (`township_path`,`category`,`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_category_union` ON `cases` (`union_path`,`category`,`state`,`created_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_ended_employer` ON `cases` (`enterprise_id`,`state`,`created_at`) WHERE enterprise_id is not null and closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_unread` ON `cases` (`read_by`) WHERE read_by is not null;--> statement-breakpoint
CREATE INDEX `cases_retention` ON `cases` (`category`,`closed_at`) WHERE closed_at is not null and state <> 'archived';
--> statement-breakpoint
CREATE TRIGGER `news_of_ended` AFTER UPDATE OF closed_at ON `cases` WHEN new.closed_at IS NOT old.closed_at
BEGIN
	UPDATE news_ways SET ended_at = new.closed_at WHERE case_id = new.id;
END;
