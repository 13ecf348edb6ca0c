CREATE TABLE `case_events` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`turn` integer,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`from_state` text,
	`to_state` text,
	`actor` text NOT NULL,
	`staff_id` text,
	`role` text,
	`reason` text,
	`reason_shown` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_events_turn` ON `case_events` (`case_id`,`turn`);--> statement-breakpoint
CREATE INDEX `case_events_action` ON `case_events` (`action`,`at`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`submission_id` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`org_id` text NOT NULL,
	`org_path` text NOT NULL,
	`township_path` text GENERATED ALWAYS AS ((substr(org_path, 1, 8))) VIRTUAL,
	`union_path` text GENERATED ALWAYS AS ((substr(org_path, 1, 12))) VIRTUAL,
	`enterprise_id` text,
	`category` text NOT NULL,
	`mode` text NOT NULL,
	`secrecy` text NOT NULL,
	`anonymous` integer NOT NULL,
	`bypasses_unit` integer NOT NULL,
	`danger` integer NOT NULL,
	`workers` integer DEFAULT 1 NOT NULL,
	`complex` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`turn` integer NOT NULL,
	`closing_label` text,
	`holder_role` text,
	`holder_org_id` text,
	`holder_id` text,
	`handler_id` text,
	`proposer_id` text,
	`former_handler_id` text,
	`reply_id` text,
	`dispatches` integer DEFAULT 0 NOT NULL,
	`extended` integer DEFAULT false NOT NULL,
	`extension_days` integer DEFAULT 0 NOT NULL,
	`merged_into_id` text,
	`supervised_at` integer,
	`created_at` integer NOT NULL,
	`state_since` integer NOT NULL,
	`accepted_at` integer,
	`contact_due_at` integer NOT NULL,
	`contacted_at` integer,
	`amber_at` integer,
	`due_at` integer,
	`provisional` integer DEFAULT false NOT NULL,
	`lamp` text DEFAULT 'green' NOT NULL,
	`half_at` integer,
	`told_at` integer,
	`replied_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_receipt` ON `cases` (`receipt_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_submission` ON `cases` (`submission_id`);--> statement-breakpoint
CREATE INDEX `cases_role_work` ON `cases` (`holder_org_id`,`holder_role`,`due_at`) WHERE holder_id is null;--> statement-breakpoint
CREATE INDEX `cases_own_work` ON `cases` (`holder_id`,`due_at`) WHERE holder_id is not null;--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_category` ON `cases` (`category`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_township` ON `cases` (`township_path`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_open_union` ON `cases` (`union_path`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_new` ON `cases` (`created_at`);--> statement-breakpoint
CREATE INDEX `cases_new_township` ON `cases` (`township_path`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_new_union` ON `cases` (`union_path`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_state` ON `cases` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_state_township` ON `cases` (`township_path`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_state_union` ON `cases` (`union_path`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_lamp_due` ON `cases` (`lamp`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_lamp_amber` ON `cases` (`lamp`,`amber_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_contact` ON `cases` (`contact_due_at`);--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`closed_at`) WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX `cases_category` ON `cases` (`category`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_category_township` ON `cases` (`township_path`,`category`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_category_union` ON `cases` (`union_path`,`category`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_clock` ON `cases` (`state`,`due_at`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_half` ON `cases` (`half_at`) WHERE half_at is not null;--> statement-breakpoint
CREATE INDEX `cases_uncontacted` ON `cases` (`contact_due_at`) WHERE contacted_at is null and supervised_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_untold` ON `cases` (`due_at`) WHERE lamp = 'red' and told_at is null and closed_at is null;--> statement-breakpoint
CREATE INDEX `cases_retention` ON `cases` (`closed_at`) WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX `cases_provisional` ON `cases` (`id`) WHERE provisional = 1 and closed_at is null;--> statement-breakpoint
CREATE TABLE `deletions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`case_number` integer NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deletions_at` ON `deletions` (`at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`case_id` text PRIMARY KEY NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`from_worker` integer NOT NULL,
	`staff_id` text,
	`role` text,
	`body` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `messages_case` ON `messages` (`case_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`idempotency_key`);--> statement-breakpoint
CREATE TABLE `monthly_figures` (
	`month` text NOT NULL,
	`category` text NOT NULL,
	`filed` integer DEFAULT 0 NOT NULL,
	`contacts_due` integer DEFAULT 0 NOT NULL,
	`contacts_in_time` integer DEFAULT 0 NOT NULL,
	`rated` integer DEFAULT 0 NOT NULL,
	`solved` integer DEFAULT 0 NOT NULL,
	`partly` integer DEFAULT 0 NOT NULL,
	`satisfied` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`month`, `category`)
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`reply_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`solved` text NOT NULL,
	`satisfied` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ratings_case` ON `ratings` (`case_id`);--> statement-breakpoint
CREATE INDEX `ratings_at` ON `ratings` (`at`);--> statement-breakpoint
CREATE TABLE `recusals` (
	`staff_id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `case_id`)
);
--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`body` text NOT NULL,
	`outcome` text NOT NULL,
	`drafter_id` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`reviewer_id` text,
	`reviewed_at` integer,
	`signer_id` text,
	`signed_at` integer,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `replies_case` ON `replies` (`case_id`,`drafted_at`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`form_version_id` text NOT NULL,
	`site_code` text,
	`answers` text NOT NULL,
	`locale` text NOT NULL,
	`mode` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_idempotency_key` ON `submissions` (`idempotency_key`);--> statement-breakpoint
CREATE TABLE `form_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_versions_number` ON `form_versions` (`form_id`,`number`);--> statement-breakpoint
CREATE TABLE `forms` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`open` integer DEFAULT true NOT NULL,
	`current_version_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forms_slug` ON `forms` (`slug`);--> statement-breakpoint
CREATE TABLE `sites` (
	`code` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`org_id` text NOT NULL,
	`enterprise_id` text,
	`place` text NOT NULL,
	`open` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sites_org` ON `sites` (`org_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sites_form` ON `sites` (`form_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`period` text NOT NULL,
	`locale` text NOT NULL,
	`data` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`kind`,`recipient`,`period`);--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`status`,`next_at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`days_off` text NOT NULL,
	`days_worked` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `category_nominees` (
	`category` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`category`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `category_nominees_staff` ON `category_nominees` (`staff_id`);--> statement-breakpoint
CREATE TABLE `enterprises` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`name` text NOT NULL,
	`credit_code` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `enterprises_org` ON `enterprises` (`org_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_path` ON `organisations` (`path`);--> statement-breakpoint
CREATE INDEX `organisations_parent` ON `organisations` (`parent_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`staff_id` text NOT NULL,
	`org_id` text NOT NULL,
	`org_path` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `org_id`, `role`)
);
--> statement-breakpoint
CREATE INDEX `role_grants_path` ON `role_grants` (`org_path`,`role`);--> statement-breakpoint
CREATE INDEX `role_grants_role` ON `role_grants` (`role`,`org_path`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`locale` text DEFAULT 'zh' NOT NULL,
	`digest` integer DEFAULT true NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`secret` text,
	`pending` text,
	`since` integer,
	`backup_codes` text NOT NULL,
	`last_step` integer DEFAULT 0 NOT NULL,
	`wrong_codes` integer DEFAULT 0 NOT NULL,
	`locked_until` integer
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`second_factor_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);