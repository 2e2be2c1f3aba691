CREATE TABLE "help_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"writer_id" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"household" text,
	"helped_id" text,
	"did" text,
	"procedure" text,
	"procedure_words" text,
	"alone" boolean,
	"course_id" text,
	"lesson_id" text,
	"next_time" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"struck_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "team_invitations" (
	"code_mark" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"account_id" text NOT NULL,
	"sponsor" text NOT NULL,
	"sponsor_words" text,
	"area" text,
	"phone" text,
	"lead" boolean NOT NULL,
	"joined_on" text NOT NULL,
	"left_on" text,
	"grant_id" text,
	"invited_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"name_folded" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "class_sessions" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "help_entries" ADD CONSTRAINT "help_entries_writer_id_accounts_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_entries" ADD CONSTRAINT "help_entries_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_entries" ADD CONSTRAINT "help_entries_helped_id_helped_learners_id_fk" FOREIGN KEY ("helped_id") REFERENCES "public"."helped_learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_entries_place" ON "help_entries" USING btree ("place_path","at");--> statement-breakpoint
CREATE INDEX "help_entries_writer" ON "help_entries" USING btree ("writer_id","at");--> statement-breakpoint
CREATE INDEX "help_entries_helped" ON "help_entries" USING btree ("helped_id");--> statement-breakpoint
CREATE INDEX "team_invitations_team" ON "team_invitations" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_members_team" ON "team_members" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_members_account" ON "team_members" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("place_id","name_folded");--> statement-breakpoint
CREATE INDEX "teams_place" ON "teams" USING btree ("place_path");--> statement-breakpoint
CREATE INDEX "teams_list" ON "teams" USING btree ("name_sort","id");