-- Written by hand, and in no table of ours: what a learner's progress is told from has a version, kept by the database
-- itself and made anew at every change, whoever makes it. Copies do not take it along; loading their rows makes it again.
CREATE TABLE `learner_versions` (
	`learner_id` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `lesson_progress_added_version` AFTER INSERT ON `lesson_progress` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `lesson_progress_changed_version` AFTER UPDATE ON `lesson_progress` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `lesson_progress_moved_version` AFTER UPDATE ON `lesson_progress` WHEN old.`learner_id` <> new.`learner_id` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `lesson_progress_removed_version` AFTER DELETE ON `lesson_progress` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `attempts_added_version` AFTER INSERT ON `attempts` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `attempts_changed_version` AFTER UPDATE ON `attempts` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `attempts_moved_version` AFTER UPDATE ON `attempts` WHEN old.`learner_id` <> new.`learner_id` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `attempts_removed_version` AFTER DELETE ON `attempts` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `completion_records_added_version` AFTER INSERT ON `completion_records` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `completion_records_changed_version` AFTER UPDATE ON `completion_records` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (new.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `completion_records_moved_version` AFTER UPDATE ON `completion_records` WHEN old.`learner_id` <> new.`learner_id` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `completion_records_removed_version` AFTER DELETE ON `completion_records` BEGIN
	INSERT INTO `learner_versions` (`learner_id`, `version`) VALUES (old.`learner_id`, lower(hex(randomblob(8)))) ON CONFLICT (`learner_id`) DO UPDATE SET `version` = excluded.`version`;
END;
