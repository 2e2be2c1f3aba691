ALTER TABLE "assignment_targets" ADD COLUMN "organisation_kind" text;--> statement-breakpoint
-- Paths and sort keys are looked for and sorted by their bytes: only so does an index find what begins with a path.
ALTER TABLE "accounts" ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C", ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assignment_targets" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assignments" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "class_rules" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "class_sessions" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "duties" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "elsewhere_figures" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "grants" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "help_entries" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "helped_learners" ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C", ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "households" ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C", ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "papers" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C", ALTER COLUMN "path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sittings" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "staff_entries" ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C", ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "teams" ALTER COLUMN "name_sort" SET DATA TYPE text COLLATE "C", ALTER COLUMN "place_path" SET DATA TYPE text COLLATE "C";
