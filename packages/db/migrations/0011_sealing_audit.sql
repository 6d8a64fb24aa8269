ALTER TABLE "wave" ADD COLUMN "sealing_audit" jsonb;--> statement-breakpoint
-- Closer: says at sealing what the auditor did to the choice of categories.
GRANT UPDATE (sealing_audit) ON wave TO chorus_closer;
