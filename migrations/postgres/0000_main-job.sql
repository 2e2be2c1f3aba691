CREATE TABLE "answers" (
	"attempt_id" text NOT NULL,
	"question_id" text NOT NULL,
	"option_id" text NOT NULL,
	"correct" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_attempt_id_question_id_pk" PRIMARY KEY("attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"course_id" text NOT NULL,
	"course_hash" text NOT NULL,
	"course_version" integer NOT NULL,
	"purpose" text NOT NULL,
	"seed" text NOT NULL,
	"questions" jsonb NOT NULL,
	"total" integer NOT NULL,
	"pass_percent" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"score" integer,
	"passed" boolean
);
--> statement-breakpoint
CREATE TABLE "content_items" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"lang" text NOT NULL,
	"space" text NOT NULL,
	"base_hash" text,
	"source" text NOT NULL,
	"compiled" jsonb NOT NULL,
	"compiled_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "completion_records" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"learner_id" text NOT NULL,
	"attempt_id" text NOT NULL,
	"course_id" text NOT NULL,
	"course_version" integer NOT NULL,
	"course_hash" text NOT NULL,
	"course_title" text NOT NULL,
	"skills" jsonb NOT NULL,
	"name" text NOT NULL,
	"score" integer NOT NULL,
	"total" integer NOT NULL,
	"pass_percent" integer NOT NULL,
	"completed_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"key_id" text NOT NULL,
	"canonical_text" text NOT NULL,
	"signature" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	"simulated" boolean NOT NULL,
	CONSTRAINT "completion_records_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "record_offers" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"course_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"record_code" text
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"name_folded" text NOT NULL,
	"birth_year" integer NOT NULL,
	"place_id" text,
	"place_path" text,
	"phone" text,
	"username" text,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"granted_by" text,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"merged_into" text,
	"merged_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reopenings" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"made_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"used_generation" integer NOT NULL,
	"used_token_id" text NOT NULL,
	"declined_learner_id" text
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"identifier_hash" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_answers" (
	"learner_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"question_id" text NOT NULL,
	"course_id" text NOT NULL,
	"question_hash" text NOT NULL,
	"option_id" text NOT NULL,
	"correct" boolean NOT NULL,
	"ever_correct" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"time_source" text NOT NULL,
	"way" text NOT NULL,
	"first_answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "check_answers_learner_id_lesson_id_question_id_pk" PRIMARY KEY("learner_id","lesson_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"learner_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"course_id" text NOT NULL,
	"lesson_hash" text NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"opened_source" text NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"pace" text,
	"declared_way" text,
	"extra_question_ids" jsonb NOT NULL,
	"last_answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lesson_progress_learner_id_lesson_id_pk" PRIMARY KEY("learner_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "place_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"address" text,
	"hours" text
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"folded" text NOT NULL,
	"local_kind" text NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"sample" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"fact_id" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"failure" text,
	CONSTRAINT "reactions_fact_id_name_pk" PRIMARY KEY("fact_id","name")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_records" ADD CONSTRAINT "completion_records_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_records" ADD CONSTRAINT "completion_records_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_records" ADD CONSTRAINT "completion_records_key_id_signing_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."signing_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_records" ADD CONSTRAINT "completion_records_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_offers" ADD CONSTRAINT "record_offers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_offers" ADD CONSTRAINT "record_offers_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_offers" ADD CONSTRAINT "record_offers_record_code_completion_records_code_fk" FOREIGN KEY ("record_code") REFERENCES "public"."completion_records"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_merged_into_learners_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_contacts" ADD CONSTRAINT "place_contacts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" USING btree ("learner_id","course_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "attempts_learner" ON "attempts" USING btree ("learner_id","course_id","started_at");--> statement-breakpoint
CREATE INDEX "content_items_id" ON "content_items" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "content_items_base" ON "content_items" USING btree ("base_hash");--> statement-breakpoint
CREATE INDEX "releases_newest" ON "releases" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_records_attempt" ON "completion_records" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "completion_records_learner" ON "completion_records" USING btree ("learner_id","issued_at");--> statement-breakpoint
CREATE INDEX "record_offers_learner" ON "record_offers" USING btree ("learner_id","record_code");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_learner" ON "accounts" USING btree ("learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username" ON "accounts" USING btree ("username");--> statement-breakpoint
CREATE INDEX "accounts_phone" ON "accounts" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "accounts_place" ON "accounts" USING btree ("place_path");--> statement-breakpoint
CREATE INDEX "accounts_list" ON "accounts" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "devices_learner" ON "devices" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "grants_account" ON "grants" USING btree ("account_id","ended_at");--> statement-breakpoint
CREATE INDEX "grants_place" ON "grants" USING btree ("role","place_path","ended_at");--> statement-breakpoint
CREATE INDEX "learners_merged" ON "learners" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "reopenings_account" ON "reopenings" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id","ended_at");--> statement-breakpoint
CREATE INDEX "sign_in_failures_window" ON "sign_in_failures" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "lesson_progress_last" ON "lesson_progress" USING btree ("learner_id","last_answered_at");--> statement-breakpoint
CREATE INDEX "place_contacts_place" ON "place_contacts" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_path" ON "places" USING btree ("path");--> statement-breakpoint
CREATE INDEX "places_list" ON "places" USING btree ("parent_id","name_sort","id");--> statement-breakpoint
CREATE INDEX "places_search" ON "places" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "reactions_due" ON "reactions" USING btree ("status","due_at");