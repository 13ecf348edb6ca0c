-- It tells the day that a worker named, whose answers are gone.
UPDATE `grievances` SET `limitation_at` = NULL
  WHERE `limitation_at` IS NOT NULL AND `case_id` IN (SELECT `id` FROM `cases` WHERE `state` = 'archived');
