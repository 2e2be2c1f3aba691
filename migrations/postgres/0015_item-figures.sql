CREATE TABLE "alike_answers" (
	"sitting_id" text NOT NULL,
	"hash" text NOT NULL,
	"pairs" integer NOT NULL,
	CONSTRAINT "alike_answers_sitting_id_hash_pk" PRIMARY KEY("sitting_id","hash")
);
--> statement-breakpoint
CREATE TABLE "item_counted" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"question_ids" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_figures" (
	"hash" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"course_id" text NOT NULL,
	"current" boolean NOT NULL,
	"worst" integer NOT NULL,
	"flags" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"release_id" text NOT NULL,
	"figures" jsonb NOT NULL,
	"counters" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_recounts" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "alike_answers_hash" ON "alike_answers" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "item_figures_worst" ON "item_figures" USING btree ("current","worst","hash");--> statement-breakpoint
CREATE INDEX "item_figures_question" ON "item_figures" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "item_figures_computed" ON "item_figures" USING btree ("computed_at");--> statement-breakpoint
INSERT INTO "item_recounts" ("id", "learner_id") SELECT DISTINCT "learner_id", "learner_id" FROM "attempts" WHERE "finished_at" IS NOT NULL;
