CREATE TABLE `alike_answers` (
	`sitting_id` text NOT NULL,
	`hash` text NOT NULL,
	`pairs` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `alike_answers_hash` ON `alike_answers` (`hash`);--> statement-breakpoint
CREATE TABLE `item_counted` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`question_ids` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_figures` (
	`hash` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`course_id` text NOT NULL,
	`current` integer NOT NULL,
	`worst` integer NOT NULL,
	`flags` text NOT NULL,
	`first_at` integer NOT NULL,
	`computed_at` integer NOT NULL,
	`release_id` text NOT NULL,
	`figures` text NOT NULL,
	`counters` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `item_figures_worst` ON `item_figures` (`current`,`worst`,`hash`);--> statement-breakpoint
CREATE INDEX `item_figures_question` ON `item_figures` (`question_id`);--> statement-breakpoint
CREATE INDEX `item_figures_computed` ON `item_figures` (`computed_at`);--> statement-breakpoint
CREATE TABLE `item_recounts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `item_recounts` (`id`, `learner_id`) SELECT DISTINCT `learner_id`, `learner_id` FROM `attempts` WHERE `finished_at` IS NOT NULL;
