CREATE TABLE "review_cards" (
	"learner_id" text NOT NULL,
	"question_id" text NOT NULL,
	"missed_on" text,
	"due_on" text,
	"stability" integer,
	"difficulty" integer,
	"reps" integer NOT NULL,
	"lapses" integer NOT NULL,
	"answered_on" text,
	CONSTRAINT "review_cards_learner_id_question_id_pk" PRIMARY KEY("learner_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;