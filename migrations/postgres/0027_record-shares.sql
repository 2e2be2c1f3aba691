CREATE TABLE "record_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"learner_id" text NOT NULL,
	"codes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "record_shares_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "record_shares" ADD CONSTRAINT "record_shares_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_shares_learner" ON "record_shares" USING btree ("learner_id","created_at");