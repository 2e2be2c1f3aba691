DROP INDEX "import_rows_state";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "import_rows" SET "part" = "cells"->>'placeId' WHERE "state" = 'good' AND "cells"->>'placeId' IS NOT NULL;--> statement-breakpoint
CREATE INDEX "import_rows_turn" ON "import_rows" USING btree ("import_id","state","part","line");