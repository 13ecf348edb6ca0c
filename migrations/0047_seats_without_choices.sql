-- by hand
-- With his words goes what their worker had chosen, and stays counted as a seat of nobody.
INSERT INTO seats (case_id, form_id, wants, turn)
SELECT lower(hex(randomblob(16))), seats.form_id, json_array(w.value), NULL
FROM seats JOIN submissions ON submissions.id = seats.case_id, json_each(seats.wants) w
WHERE submissions.erased_at IS NOT NULL AND seats.turn IS NULL AND instr(w.value, '.') > 0;
--> statement-breakpoint
UPDATE seats SET wants = (SELECT json_group_array(w.value) FROM json_each(seats.wants) w WHERE instr(w.value, '.') = 0)
WHERE turn IS NULL AND case_id IN (SELECT id FROM submissions WHERE erased_at IS NOT NULL);
