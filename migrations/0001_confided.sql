ALTER TABLE `cases` ADD `confided_to` text;--> statement-breakpoint
UPDATE `cases` SET `confided_to` = coalesce(
  (SELECT value FROM submissions, json_each(submissions.answers)
    WHERE submissions.id = cases.submission_id AND value IN ('harassment', 'mental', 'conduct') LIMIT 1),
  category)
WHERE secrecy = 'strict';
