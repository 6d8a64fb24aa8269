-- Counters of cuts hold scores of whole blocks now, as figures need them. Counters of waves that were sealed before are of single
-- answers; such a wave has no categories, and so shows no cuts.
DELETE FROM "cut_count";--> statement-breakpoint
DELETE FROM "cut_complete";--> statement-breakpoint
ALTER TABLE "cut_count" RENAME COLUMN "item" TO "measure";--> statement-breakpoint
ALTER TABLE "cut_count" RENAME COLUMN "answer" TO "distance";--> statement-breakpoint
ALTER TABLE "cut_count" RENAME CONSTRAINT "cut_count_organisation_wave_cohort_item_answer_pk" TO "cut_count_organisation_wave_cohort_measure_distance_pk";--> statement-breakpoint
ALTER TABLE "cut_complete" RENAME COLUMN "scale" TO "block";--> statement-breakpoint
ALTER TABLE "cut_complete" RENAME CONSTRAINT "cut_complete_organisation_wave_cohort_scale_pk" TO "cut_complete_organisation_wave_cohort_block_pk";--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "categories" jsonb;--> statement-breakpoint
-- Closer: says at sealing which categories may be shown.
GRANT UPDATE (categories) ON wave TO chorus_closer;
