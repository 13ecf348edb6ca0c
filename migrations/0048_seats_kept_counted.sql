-- by hand
-- Whoever had a place when his case was archived has used it: his seat stays, counted in all and at his site, and what he
-- chose is a seat of nobody. Who waited then takes nothing; that he is here says that he was counted.
DROP TRIGGER `seats_without_key`;
--> statement-breakpoint
CREATE TRIGGER `seats_without_key` AFTER DELETE ON `case_keys`
BEGIN
	INSERT INTO seats (case_id, form_id, wants, turn)
	SELECT lower(hex(randomblob(16))), seats.form_id, json_array(w.value), NULL
	FROM seats, json_each(seats.wants) w
	WHERE seats.case_id = old.case_id AND seats.turn IS NULL AND instr(w.value, '.') > 0;
	UPDATE seats SET turn = NULL, wants =
		(SELECT json_group_array(w.value) FROM json_each(seats.wants) w WHERE instr(w.value, '.') = 0 AND seats.turn IS NULL)
	WHERE case_id = old.case_id;
END;
