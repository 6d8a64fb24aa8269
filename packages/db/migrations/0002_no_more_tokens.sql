-- Waves that are open with one-time tokens cannot go on with blind ballots: their answers lie open in the database, and
-- their manifests hold no keys. They are withdrawn, and a new one is opened in their place.
DROP TABLE "ballot" CASCADE;--> statement-breakpoint
DROP TABLE "inbox" CASCADE;--> statement-breakpoint
DROP TABLE "participation" CASCADE;--> statement-breakpoint
DELETE FROM "roster";--> statement-breakpoint
DELETE FROM "participation_band" WHERE "wave" IN (SELECT "id" FROM "wave" WHERE "stage" = 'open');--> statement-breakpoint
DELETE FROM "cohort" WHERE "wave" IN (SELECT "id" FROM "wave" WHERE "stage" = 'open');--> statement-breakpoint
DELETE FROM "wave" WHERE "stage" = 'open';
