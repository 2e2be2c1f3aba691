CREATE TABLE "paper_versions" (
	"paper_id" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"questions" jsonb NOT NULL,
	CONSTRAINT "paper_versions_paper_id_number_pk" PRIMARY KEY("paper_id","number")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" text PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"course_hash" text NOT NULL,
	"course_version" integer NOT NULL,
	"test_id" text,
	"purpose" text NOT NULL,
	"pass_percent" integer NOT NULL,
	"seed" text NOT NULL,
	"exam_questions" integer NOT NULL,
	"stages" jsonb,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "paper_code" text;--> statement-breakpoint
ALTER TABLE "paper_versions" ADD CONSTRAINT "paper_versions_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_versions_code" ON "paper_versions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "papers_place" ON "papers" USING btree ("place_path","made_at");--> statement-breakpoint
CREATE INDEX "attempts_paper" ON "attempts" USING btree ("paper_code","started_at");