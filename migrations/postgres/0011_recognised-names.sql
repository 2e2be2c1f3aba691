CREATE TABLE "recognised_names" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"name" text NOT NULL,
	"birth_year" integer,
	"recall" jsonb NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recognised_names" ADD CONSTRAINT "recognised_names_session_id_class_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."class_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognised_names" ADD CONSTRAINT "recognised_names_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognised_names" ADD CONSTRAINT "recognised_names_said_by_accounts_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recognised_names_session" ON "recognised_names" USING btree ("session_id","said_at");--> statement-breakpoint
CREATE INDEX "recognised_names_learner" ON "recognised_names" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "recognised_names_age" ON "recognised_names" USING btree ("said_at");