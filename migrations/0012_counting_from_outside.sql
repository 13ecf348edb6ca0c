CREATE TABLE `publications` (
	`period` text PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`told` text NOT NULL,
	`counts` text
);
--> statement-breakpoint
-- What the board showed of past months stays as it was: the smallest categories withheld until at least two were,
-- of at least five people, which could be spread in more ways than one; the total, where no category was left.
INSERT INTO publications (period, published_at, told)
WITH filled AS (
  SELECT month, category, filed,
    row_number() OVER (PARTITION BY month ORDER BY filed, category) AS place,
    sum(filed) OVER (PARTITION BY month ORDER BY filed, category ROWS UNBOUNDED PRECEDING) AS people,
    sum(filed < 5) OVER (PARTITION BY month) AS small
  FROM monthly_figures WHERE filed > 0
), hidden AS (
  SELECT month, CASE WHEN small = 0 THEN 0 ELSE
    min(CASE WHEN place >= max(small, 2) AND people >= 5 AND people > place THEN place END) END AS places
  FROM filled GROUP BY month
), months AS (
  SELECT m.month, sum(filed) AS filed, sum(contacts_due) AS due, sum(contacts_in_time) AS in_time,
    sum(rated) AS rated, sum(solved) AS solved, sum(satisfied) AS satisfied,
    (SELECT places FROM hidden h WHERE h.month = m.month) AS places,
    EXISTS (SELECT 1 FROM filled f WHERE f.month = m.month) AS is_filled
  FROM monthly_figures m WHERE m.month < strftime('%Y-%m', 'now', '+8 hours') GROUP BY m.month
), shown AS (
  SELECT *, is_filled = 0 OR places IS NOT NULL AS is_told, json_array(month) AS months FROM months
)
SELECT month, CAST(strftime('%s', 'now') AS integer) * 1000, json_object(
  'filed', CASE WHEN is_told THEN json_object('months', json(months), 'of', filed) END,
  'contacts', CASE WHEN is_told AND due NOT BETWEEN 1 AND 4
    THEN json_object('months', json(months), 'of', due, 'inTime', in_time) END,
  'answers', CASE WHEN is_told AND rated NOT BETWEEN 1 AND 4
    THEN json_object('months', json(months), 'of', rated, 'solved', solved, 'partly', null, 'satisfied', satisfied) END,
  'categories', json((SELECT json_group_array(json_object('category', category, 'filed', filed)) FROM (
    SELECT category, filed FROM filled f WHERE f.month = shown.month AND f.place > coalesce(shown.places, f.place)
    ORDER BY filed DESC, category)))
) FROM shown;
--> statement-breakpoint
-- An anonymous filing shows its day and not its minute, and what is archived keeps no more than days (of the zone
-- in which the service is run so far).
UPDATE cases SET created_at = (created_at + 28800000) / 86400000 * 86400000 - 28800000 WHERE anonymous = 1 OR state = 'archived';
--> statement-breakpoint
UPDATE submissions SET created_at = (created_at + 28800000) / 86400000 * 86400000 - 28800000
WHERE id IN (SELECT submission_id FROM cases WHERE anonymous = 1 OR state = 'archived');
--> statement-breakpoint
UPDATE cases SET state_since = (state_since + 28800000) / 86400000 * 86400000 - 28800000,
  closed_at = (closed_at + 28800000) / 86400000 * 86400000 - 28800000,
  supervised_at = (supervised_at + 28800000) / 86400000 * 86400000 - 28800000 WHERE state = 'archived';
--> statement-breakpoint
UPDATE case_events SET at = (at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
UPDATE duties SET started_at = (started_at + 28800000) / 86400000 * 86400000 - 28800000,
  due_at = (due_at + 28800000) / 86400000 * 86400000 - 28800000,
  amber_at = (amber_at + 28800000) / 86400000 * 86400000 - 28800000,
  late_at = (late_at + 28800000) / 86400000 * 86400000 - 28800000,
  done_at = (done_at + 28800000) / 86400000 * 86400000 - 28800000,
  ended_at = (ended_at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
UPDATE replies SET drafted_at = (drafted_at + 28800000) / 86400000 * 86400000 - 28800000,
  reviewed_at = (reviewed_at + 28800000) / 86400000 * 86400000 - 28800000,
  signed_at = (signed_at + 28800000) / 86400000 * 86400000 - 28800000,
  read_at = (read_at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
UPDATE ratings SET at = (at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
UPDATE grievances SET accepted_at = (accepted_at + 28800000) / 86400000 * 86400000 - 28800000,
  replied_at = (replied_at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
UPDATE recusals SET at = (at + 28800000) / 86400000 * 86400000 - 28800000
WHERE case_id IN (SELECT id FROM cases WHERE state = 'archived');
--> statement-breakpoint
DROP TABLE `monthly_figures`;