-- Written by hand, and in no table of ours: what a learner's progress is told from has a version, kept by the database
-- itself and made anew at every change, whoever makes it. Copies do not take it along; loading their rows makes it again.
CREATE TABLE "learner_versions" (
	"learner_id" text PRIMARY KEY NOT NULL,
	"version" uuid NOT NULL
) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE FUNCTION "renew_learner_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		INSERT INTO "learner_versions" VALUES (OLD."learner_id", gen_random_uuid())
			ON CONFLICT ("learner_id") DO UPDATE SET "version" = excluded."version";
		IF TG_OP = 'DELETE' OR NEW."learner_id" = OLD."learner_id" THEN
			RETURN NULL;
		END IF;
	END IF;
	INSERT INTO "learner_versions" VALUES (NEW."learner_id", gen_random_uuid())
		ON CONFLICT ("learner_id") DO UPDATE SET "version" = excluded."version";
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "lesson_progress_version" AFTER INSERT OR UPDATE OR DELETE ON "lesson_progress" FOR EACH ROW EXECUTE FUNCTION "renew_learner_version"();
--> statement-breakpoint
CREATE TRIGGER "attempts_version" AFTER INSERT OR UPDATE OR DELETE ON "attempts" FOR EACH ROW EXECUTE FUNCTION "renew_learner_version"();
--> statement-breakpoint
CREATE TRIGGER "completion_records_version" AFTER INSERT OR UPDATE OR DELETE ON "completion_records" FOR EACH ROW EXECUTE FUNCTION "renew_learner_version"();
