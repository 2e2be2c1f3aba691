CREATE TABLE "elsewhere_results" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"same_key" text NOT NULL,
	"platform" text NOT NULL,
	"platform_name" text NOT NULL,
	"what" text NOT NULL,
	"day" text NOT NULL,
	"evidence" text NOT NULL,
	"source" text NOT NULL,
	"by_place_id" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "elsewhere_results" ADD CONSTRAINT "elsewhere_results_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elsewhere_results" ADD CONSTRAINT "elsewhere_results_by_place_id_places_id_fk" FOREIGN KEY ("by_place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "elsewhere_results_learner" ON "elsewhere_results" USING btree ("learner_id","same_key");--> statement-breakpoint
CREATE INDEX "elsewhere_results_batch" ON "elsewhere_results" USING btree ("batch_id");