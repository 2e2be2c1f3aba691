CREATE TABLE "attendance_ticks" (
	"attendance_id" text NOT NULL,
	"taker" text NOT NULL,
	"way" text NOT NULL,
	"mark" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attendance_ticks_attendance_id_taker_pk" PRIMARY KEY("attendance_id","taker")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"learner_id" text,
	"name" text,
	"birth_year" integer,
	"person_key" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "class_rules" (
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"covers" text NOT NULL,
	"rhythm" text NOT NULL,
	"since" text NOT NULL,
	"minimum" integer,
	"minimum_by" text,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "class_rules_place_id_covers_pk" PRIMARY KEY("place_id","covers")
);
--> statement-breakpoint
CREATE TABLE "class_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"course_id" text,
	"lesson_id" text,
	"topic" text,
	"audience" text,
	"rhythm" text NOT NULL,
	"code" text NOT NULL,
	"next_time" text,
	"follows_id" text,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "attendance_ticks" ADD CONSTRAINT "attendance_ticks_attendance_id_attendances_id_fk" FOREIGN KEY ("attendance_id") REFERENCES "public"."attendances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_session_id_class_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."class_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_rules" ADD CONSTRAINT "class_rules_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_rules" ADD CONSTRAINT "class_rules_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_follows_id_class_sessions_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."class_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_person" ON "attendances" USING btree ("session_id","person_key");--> statement-breakpoint
CREATE INDEX "attendances_learner" ON "attendances" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "class_rules_place" ON "class_rules" USING btree ("place_path");--> statement-breakpoint
CREATE UNIQUE INDEX "class_sessions_code" ON "class_sessions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "class_sessions_place" ON "class_sessions" USING btree ("place_path","starts_at");--> statement-breakpoint
CREATE INDEX "class_sessions_starts" ON "class_sessions" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "class_sessions_follows" ON "class_sessions" USING btree ("follows_id");