-- by hand: `claimed` says since when a run is at it, no longer only that one is.
DROP TRIGGER `case_events_change_cases`;
--> statement-breakpoint
CREATE TRIGGER `case_events_change_cases` AFTER INSERT ON `case_events` BEGIN
	INSERT INTO `changed_cases` (`case_id`, `claimed`) VALUES (NEW.`case_id`, 0)
	ON CONFLICT (`case_id`) DO UPDATE SET `claimed` = 0 WHERE `claimed` <> 0;
END;
--> statement-breakpoint
DROP TRIGGER `messages_change_cases`;
--> statement-breakpoint
CREATE TRIGGER `messages_change_cases` AFTER INSERT ON `messages` BEGIN
	INSERT INTO `changed_cases` (`case_id`, `claimed`) VALUES (NEW.`case_id`, 0)
	ON CONFLICT (`case_id`) DO UPDATE SET `claimed` = 0 WHERE `claimed` <> 0;
END;
