CREATE TABLE "elsewhere_figures" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"series" text NOT NULL,
	"version" integer NOT NULL,
	"platform" text NOT NULL,
	"platform_name" text NOT NULL,
	"counted" text NOT NULL,
	"group_code" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"day" text NOT NULL,
	"number" integer NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"by_place_id" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"struck_at" timestamp (3) with time zone,
	"struck_reason" text
);
--> statement-breakpoint
ALTER TABLE "elsewhere_figures" ADD CONSTRAINT "elsewhere_figures_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elsewhere_figures" ADD CONSTRAINT "elsewhere_figures_by_place_id_places_id_fk" FOREIGN KEY ("by_place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "elsewhere_figures_series" ON "elsewhere_figures" USING btree ("series","version");--> statement-breakpoint
CREATE INDEX "elsewhere_figures_place" ON "elsewhere_figures" USING btree ("place_path","id");--> statement-breakpoint
CREATE INDEX "elsewhere_figures_batch" ON "elsewhere_figures" USING btree ("batch_id");