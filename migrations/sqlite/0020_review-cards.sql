CREATE TABLE `review_cards` (
	`learner_id` text NOT NULL,
	`question_id` text NOT NULL,
	`missed_on` text,
	`due_on` text,
	`stability` integer,
	`difficulty` integer,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`answered_on` text,
	PRIMARY KEY(`learner_id`, `question_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
