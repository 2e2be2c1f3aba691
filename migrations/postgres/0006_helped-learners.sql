CREATE TABLE "helped_learners" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"name_folded" text NOT NULL,
	"birth_year" integer NOT NULL,
	"apart" text,
	"household" text,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"person_key" text NOT NULL,
	"consent_by" text NOT NULL,
	"guardian" text,
	"consent_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learner_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"helped_id" text NOT NULL,
	"code_mark" text NOT NULL,
	"pin_hash" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"locked_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "card_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"helped_by" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "helped" boolean;--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "helped" boolean;--> statement-breakpoint
ALTER TABLE "helped_learners" ADD CONSTRAINT "helped_learners_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helped_learners" ADD CONSTRAINT "helped_learners_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helped_learners" ADD CONSTRAINT "helped_learners_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_cards" ADD CONSTRAINT "learner_cards_helped_id_helped_learners_id_fk" FOREIGN KEY ("helped_id") REFERENCES "public"."helped_learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_cards" ADD CONSTRAINT "learner_cards_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_sessions" ADD CONSTRAINT "card_sessions_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_sessions" ADD CONSTRAINT "card_sessions_helped_by_accounts_id_fk" FOREIGN KEY ("helped_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "helped_learners_learner" ON "helped_learners" USING btree ("learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "helped_learners_person" ON "helped_learners" USING btree ("place_id","person_key");--> statement-breakpoint
CREATE INDEX "helped_learners_place" ON "helped_learners" USING btree ("place_path");--> statement-breakpoint
CREATE INDEX "helped_learners_list" ON "helped_learners" USING btree ("name_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "learner_cards_code" ON "learner_cards" USING btree ("code_mark");--> statement-breakpoint
CREATE INDEX "learner_cards_helped" ON "learner_cards" USING btree ("helped_id");--> statement-breakpoint
CREATE INDEX "card_sessions_learner" ON "card_sessions" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "card_sessions_ends" ON "card_sessions" USING btree ("ends_at");