-- by hand
-- With the key of a case goes what its worker had chosen; that a place was taken stays counted.
CREATE TRIGGER `seats_without_key` AFTER DELETE ON `case_keys`
BEGIN
	DELETE FROM seats WHERE case_id = old.case_id;
END;
