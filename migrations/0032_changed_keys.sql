-- by hand
-- What got another key was read by none meanwhile, and is followed again.
CREATE TRIGGER `case_keys_change_cases` AFTER UPDATE OF `id` ON `case_keys` WHEN NEW.`id` <> OLD.`id` BEGIN
	INSERT INTO `changed_cases` (`case_id`, `claimed`) VALUES (NEW.`case_id`, 0)
	ON CONFLICT (`case_id`) DO UPDATE SET `claimed` = 0 WHERE `claimed` <> 0;
END;
