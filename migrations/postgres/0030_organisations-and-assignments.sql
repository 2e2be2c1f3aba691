CREATE TABLE "assignment_deadlines" (
	"assignment_id" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"due_on" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assignment_deadlines_assignment_id_place_id_pk" PRIMARY KEY("assignment_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_items" (
	"assignment_id" text NOT NULL,
	"position" integer NOT NULL,
	"subject" text NOT NULL,
	"programme" text,
	CONSTRAINT "assignment_items_assignment_id_subject_pk" PRIMARY KEY("assignment_id","subject")
);
--> statement-breakpoint
CREATE TABLE "assignment_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"kind" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"position" text,
	"learner_id" text
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"document" text,
	"required" boolean NOT NULL,
	"starts_on" text NOT NULL,
	"due_on" text NOT NULL,
	"final_on" text NOT NULL,
	"grace_days" integer NOT NULL,
	"pass_percent" integer,
	"renew_months" integer,
	"test_alone" boolean NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"sent_by" text,
	"sent_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"reached_to" text,
	"leased_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"subject" text NOT NULL,
	"learner_id" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"round" integer NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"starts_on" text NOT NULL,
	"due_on" text NOT NULL,
	"required" boolean NOT NULL,
	"state" text NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"attempt_id" text,
	"percent" integer,
	"valid_until" text,
	"reason" text,
	"evidence" text,
	"settled_by" text
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"state" text NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"made_id" text,
	CONSTRAINT "import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"by" text NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"good" integer NOT NULL,
	"bad" integer NOT NULL,
	"done" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "join_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"code" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "join_codes_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"learner_id" text NOT NULL,
	"position" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_why" text
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"learner_id" text NOT NULL,
	"kind" text NOT NULL,
	"things" integer NOT NULL,
	"once_key" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"email" text,
	"mail_state" text NOT NULL,
	"mail_tries" integer NOT NULL,
	"mail_due_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"name_folded" text NOT NULL,
	"birth_year" integer,
	"phone" text,
	"email" text,
	"position" text,
	"staff_number" text,
	"apart" text,
	"person_key" text NOT NULL,
	"learner_id" text,
	"matched_by" text,
	"matched_at" timestamp (3) with time zone,
	"import_id" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "place_names" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"local_kind" text NOT NULL,
	"official_code" text,
	"until" text,
	"document" text
);
--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "official_code" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "organisation_kind" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "answers_to" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "grade" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "school_year" text;--> statement-breakpoint
ALTER TABLE "assignment_deadlines" ADD CONSTRAINT "assignment_deadlines_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_deadlines" ADD CONSTRAINT "assignment_deadlines_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_deadlines" ADD CONSTRAINT "assignment_deadlines_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_items" ADD CONSTRAINT "assignment_items_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_sent_by_accounts_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_settled_by_accounts_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_entries" ADD CONSTRAINT "staff_entries_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_entries" ADD CONSTRAINT "staff_entries_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_targets_of" ON "assignment_targets" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "assignment_targets_path" ON "assignment_targets" USING btree ("place_path");--> statement-breakpoint
CREATE INDEX "assignments_place" ON "assignments" USING btree ("place_path","state");--> statement-breakpoint
CREATE INDEX "assignments_state" ON "assignments" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "duties_once" ON "duties" USING btree ("assignment_id","subject","learner_id","round");--> statement-breakpoint
CREATE INDEX "duties_learner" ON "duties" USING btree ("learner_id","state","due_on");--> statement-breakpoint
CREATE INDEX "duties_subject" ON "duties" USING btree ("subject","learner_id");--> statement-breakpoint
CREATE INDEX "duties_path" ON "duties" USING btree ("place_path","assignment_id");--> statement-breakpoint
CREATE INDEX "duties_renew" ON "duties" USING btree ("state","valid_until");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("import_id","state");--> statement-breakpoint
CREATE INDEX "imports_place" ON "imports" USING btree ("place_path","started_at");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state");--> statement-breakpoint
CREATE INDEX "join_codes_place" ON "join_codes" USING btree ("place_id","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one" ON "memberships" USING btree ("place_id","learner_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "memberships_learner" ON "memberships" USING btree ("learner_id","ended_at");--> statement-breakpoint
CREATE INDEX "memberships_path" ON "memberships" USING btree ("place_path","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_once" ON "reminders" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "reminders_learner" ON "reminders" USING btree ("learner_id","made_at");--> statement-breakpoint
CREATE INDEX "reminders_mail" ON "reminders" USING btree ("mail_state","mail_due_at");--> statement-breakpoint
CREATE INDEX "staff_entries_list" ON "staff_entries" USING btree ("place_path","ended_at","name_sort","id");--> statement-breakpoint
CREATE INDEX "staff_entries_person" ON "staff_entries" USING btree ("place_id","person_key");--> statement-breakpoint
CREATE INDEX "staff_entries_phone" ON "staff_entries" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "staff_entries_learner" ON "staff_entries" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "staff_entries_import" ON "staff_entries" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "place_names_place" ON "place_names" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "place_names_folded" ON "place_names" USING btree ("folded");--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_answers_to_places_id_fk" FOREIGN KEY ("answers_to") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "places_code" ON "places" USING btree ("official_code");--> statement-breakpoint
CREATE INDEX "places_line" ON "places" USING btree ("answers_to");--> statement-breakpoint
CREATE INDEX "places_sector" ON "places" USING btree ("sector","path");